package dev.cairn.core.multipart;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import io.smallrye.mutiny.Uni;

/** Ends an upload without an object: its initiator's business, and the bucket's owner's. */
public final class AbortMultipartUploadHandler implements Handler<AbortMultipartUpload, Void> {
  private final Uploads uploads;
  private final UploadCatalog catalog;

  public AbortMultipartUploadHandler(Uploads uploads, UploadCatalog catalog) {
    this.uploads = uploads;
    this.catalog = catalog;
  }

  @Override
  public Class<AbortMultipartUpload> input() {
    return AbortMultipartUpload.class;
  }

  @Override
  public Uni<Void> handle(Call call, AbortMultipartUpload input) {
    return uploads
        .get(call.rights(), input.key(), input.uploadId())
        .chain(upload -> catalog.abort(call.inBucket(), upload.key(), upload.id()))
        .invoke(
            aborted -> {
              if (!aborted) {
                throw Uploads.unknown(input.uploadId()).exception();
              }
            })
        .replaceWithVoid();
  }
}
