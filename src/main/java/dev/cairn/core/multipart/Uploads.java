package dev.cairn.core.multipart;

import dev.cairn.core.access.Rights;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant.Right;
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

  /**
   * The upload in progress; NoSuchUpload for an id that is unknown, finished or another key's.
   * AccessDenied for a caller who neither began it nor owns the bucket; and for one who may not
   * write and would learn that there is none.
   */
  public Uni<Upload> get(Rights rights, ObjectKey key, String uploadId) {
    return UploadId.parse(uploadId)
        .map(id -> catalog.find(rights.bucket(), key, id))
        .orElseGet(() -> Uni.createFrom().item(Optional.<Upload>empty()))
        .map(found -> found.orElseThrow(() -> missing(rights, uploadId).exception()))
        .invoke(rights::require);
  }

  private static Failure missing(Rights rights, String uploadId) {
    return rights.may(Right.WRITE)
        ? unknown(uploadId)
        : new Failure.AccessDenied("writing is not granted, and there may be no such upload");
  }

  /** The id, when it has the form of one. */
  static UploadId id(String uploadId) {
    return UploadId.parse(uploadId).orElseThrow(() -> unknown(uploadId).exception());
  }

  static Failure unknown(String uploadId) {
    return new Failure.NoSuchUpload(uploadId);
  }
}
