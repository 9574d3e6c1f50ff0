package dev.cairn.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.core.object.Publication;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.Checksum;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Grant;
import dev.cairn.model.Grantee;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.Part;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredContent;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Objects, parts and uploads for tests. */
final class Samples {
  static final Acl GRANTS =
      new Acl.Granted(
          List.of(
              new Grant(new Grantee.Known(new AccountId("bob")), Grant.Right.READ_ACP),
              new Grant(Grantee.Group.EVERYONE, Grant.Right.READ, true)));

  static final ObjectMetadata FULL_METADATA =
      ObjectMetadata.of(
              new ContentHeaders(
                  Optional.of("text/plain; charset=\"utf-8\""),
                  Optional.of("no-cache"),
                  Optional.of("attachment; filename=\"ä.txt\""),
                  Optional.of("gzip"),
                  Optional.of("de, en"),
                  Optional.of("not a date")),
              Map.of("color", "blue", "empty", "", "quote", "\"\\ \u00e4\ud83d\ude00"),
              Optional.of(StorageClass.INFREQUENT_ACCESS))
          .withTags(new LinkedHashMap<>(Map.of("z", "")))
          .withRedirect(Optional.of("/elsewhere?a=b"))
          .withAcl(GRANTS)
          .ownedBy(Optional.of(new AccountId("bob")));

  private Samples() {}

  static Publication inline(Bucket bucket, String key, String text, WriteCondition condition) {
    byte[] bytes = text.getBytes(UTF_8);
    return publication(bucket, key, new StoredContent.Inline(bytes), md5(bytes), condition);
  }

  static Publication inline(Bucket bucket, String key, String text) {
    return inline(bucket, key, text, WriteCondition.NONE);
  }

  static Publication blob(Bucket bucket, String key, BlobId blob, WriteCondition condition) {
    byte[] name = blob.toString().getBytes(UTF_8);
    return publication(bucket, key, new StoredContent.Blob(blob, 1_000_000), md5(name), condition);
  }

  static Publication blob(Bucket bucket, String key, BlobId blob) {
    return blob(bucket, key, blob, WriteCondition.NONE);
  }

  private static Publication publication(
      Bucket bucket, String key, StoredContent content, byte[] md5, WriteCondition condition) {
    return new Publication(
        bucket,
        new ObjectKey(key),
        new ObjectId(UUID.randomUUID()),
        content,
        ETag.ofMd5(md5),
        FULL_METADATA,
        List.of(
            Checksum.ofBytes(DigestAlgorithm.CRC32C, new byte[] {1, 2, 3, -4}),
            new Checksum(DigestAlgorithm.SHA256, Checksum.Type.COMPOSITE, md5, 3)),
        condition);
  }

  static BlobId newBlob() {
    return new BlobId(UUID.randomUUID());
  }

  static Upload upload(String key) {
    return upload(key, new UploadId(UUID.randomUUID()), Instant.parse("2026-05-01T10:00:00.123Z"));
  }

  static Upload upload(String key, UploadId id, Instant initiatedAt) {
    return new Upload(
        id,
        new ObjectKey(key),
        initiatedAt,
        TestDatabase.OWNER,
        FULL_METADATA,
        Optional.of(new Upload.ChecksumPlan(DigestAlgorithm.CRC32, Checksum.Type.FULL_OBJECT)));
  }

  static Part part(int number, StoredContent content) {
    return new Part(
        number,
        content.size(),
        md5(new byte[] {(byte) number, (byte) (number >> 8)}),
        Instant.EPOCH,
        List.of(
            Checksum.ofBytes(DigestAlgorithm.CRC32, new byte[] {0, 0, 0, (byte) number}),
            Checksum.ofBytes(DigestAlgorithm.CRC64ECMA, new byte[] {9, 0, 0, 0, 0, 0, 0, 8})));
  }

  static StoredContent inlineContent(String text) {
    return new StoredContent.Inline(text.getBytes(UTF_8));
  }

  static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
