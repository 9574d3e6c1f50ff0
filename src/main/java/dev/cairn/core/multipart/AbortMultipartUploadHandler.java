package dev.cairn.core.multipart;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import io.smallrye.mutiny.Uni;

/** Ends an upload without an object. */
public final class AbortMultipartUploadHandler implements Handler<AbortMultipartUpload, Void> {
  private final UploadCatalog uploads;

  public AbortMultipartUploadHandler(UploadCatalog uploads) {
    this.uploads = uploads;
  }

  @Override
  public Class<AbortMultipartUpload> input() {
    return AbortMultipartUpload.class;
  }

  @Override
  public Uni<Void> handle(Call call, AbortMultipartUpload input) {
    return Uni.createFrom()
        .deferred(() -> uploads.abort(call.inBucket(), input.key(), Uploads.id(input.uploadId())))
        .invoke(
            aborted -> {
              if (!aborted) {
                throw Uploads.unknown(input.uploadId()).exception();
              }
            })
        .replaceWithVoid();
  }
}
