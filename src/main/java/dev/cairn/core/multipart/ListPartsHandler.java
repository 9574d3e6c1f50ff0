package dev.cairn.core.multipart;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import io.smallrye.mutiny.Uni;

/** Lists the parts of an upload in progress. */
public final class ListPartsHandler implements Handler<ListParts, ListPartsResult> {
  private final Uploads uploads;
  private final UploadCatalog catalog;

  public ListPartsHandler(Uploads uploads, UploadCatalog catalog) {
    this.uploads = uploads;
    this.catalog = catalog;
  }

  @Override
  public Class<ListParts> input() {
    return ListParts.class;
  }

  @Override
  public Uni<ListPartsResult> handle(Call call, ListParts input) {
    return uploads
        .get(call.rights(), input.key(), input.uploadId())
        .chain(
            upload ->
                catalog
                    .listParts(upload.id(), input.after(), input.limit() + 1)
                    .map(
                        parts -> {
                          boolean truncated = parts.size() > input.limit();
                          return new ListPartsResult(
                              upload,
                              truncated ? parts.subList(0, input.limit()) : parts,
                              truncated);
                        }));
  }
}
