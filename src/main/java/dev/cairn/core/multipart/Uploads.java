package dev.cairn.core.multipart;

import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Finds the upload that a client means. */
public final class Uploads {
  private final UploadCatalog catalog;

  public Uploads(UploadCatalog catalog) {
    this.catalog = catalog;
  }

  /** The upload in progress; NoSuchUpload for an id that is unknown, finished or another key's. */
  public Uni<Upload> get(Bucket bucket, ObjectKey key, String uploadId) {
    return UploadId.parse(uploadId)
        .map(id -> catalog.find(bucket, key, id))
        .orElseGet(() -> Uni.createFrom().item(Optional.<Upload>empty()))
        .map(found -> found.orElseThrow(() -> unknown(uploadId).exception()));
  }

  /** The id, when it has the form of one. */
  static UploadId id(String uploadId) {
    return UploadId.parse(uploadId).orElseThrow(() -> unknown(uploadId).exception());
  }

  static Failure unknown(String uploadId) {
    return new Failure.NoSuchUpload(uploadId);
  }
}
