package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;

import dev.cairn.core.multipart.Assembly;
import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Part;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import dev.cairn.model.Upload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What tests do to have uploads and assembled objects. */
record UploadScenario(UploadCatalog catalog, PgBlobCatalog blobs) {
  static final byte[] FINGERPRINT = {1, 2, 3};

  BlobId pendingBlob() {
    BlobId blob = Samples.newBlob();
    await(blobs.registerPending(blob, Duration.ofMinutes(5)));
    return blob;
  }

  Upload begun(Bucket bucket, String key) {
    Upload upload = Samples.upload(key);
    await(catalog.create(bucket, upload));
    return upload;
  }

  Part put(Upload upload, int number, StoredContent content) {
    return await(catalog.publishPart(upload.id(), Samples.part(number, content), content));
  }

  Part put(Upload upload, int number, String text) {
    return put(upload, number, Samples.inlineContent(text));
  }

  StoredObject complete(Bucket bucket, Upload upload) {
    return await(
        catalog.complete(
            bucket,
            upload.key(),
            upload.id(),
            FINGERPRINT,
            WriteCondition.NONE,
            (same, parts) -> assembly(parts, Set.of())));
  }

  /** All parts but some. */
  static Assembly assembly(List<Part> parts, Set<Integer> unnamed) {
    List<Part> named = parts.stream().filter(part -> !unnamed.contains(part.number())).toList();
    return new Assembly(
        named.stream().map(Part::number).toList(),
        named.stream().mapToLong(Part::size).sum(),
        ETag.ofParts(Samples.md5(new byte[0]), named.size()),
        List.of());
  }

  StoredObject assembled(Bucket bucket, ObjectKey key, String... texts) {
    Upload upload = begun(bucket, key.value());
    for (int i = 0; i < texts.length; i++) {
      put(upload, i + 1, texts[i]);
    }
    return complete(bucket, upload);
  }

  List<BlobId> assembledOfBlobs(Bucket bucket, ObjectKey key, int parts) {
    Upload upload = begun(bucket, key.value());
    List<BlobId> made = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      BlobId blob = pendingBlob();
      put(upload, i + 1, new StoredContent.Blob(blob, 5_000_000));
      made.add(blob);
    }
    complete(bucket, upload);
    return made;
  }
}
