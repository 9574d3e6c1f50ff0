package dev.cairn.core.multipart;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import io.smallrye.mutiny.Uni;

/** Lists a page of a bucket's uploads in progress. */
public final class ListMultipartUploadsHandler
    implements Handler<ListMultipartUploads, UploadCatalog.UploadListing> {
  private final UploadCatalog uploads;

  public ListMultipartUploadsHandler(UploadCatalog uploads) {
    this.uploads = uploads;
  }

  @Override
  public Class<ListMultipartUploads> input() {
    return ListMultipartUploads.class;
  }

  @Override
  public Uni<UploadCatalog.UploadListing> handle(Call call, ListMultipartUploads input) {
    return uploads.list(call.inBucket(), input.range());
  }
}
