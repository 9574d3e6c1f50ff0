package dev.cairn.core.multipart;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.object.CopyResult;
import dev.cairn.core.object.CopySource;
import dev.cairn.core.object.ObjectCatalog.OpenObject;
import dev.cairn.model.Part;
import dev.cairn.model.Upload;
import io.smallrye.mutiny.Uni;

/** Makes a part of bytes that are stored already. */
public final class UploadPartCopyHandler implements Handler<UploadPartCopy, CopyResult> {
  private final Uploads uploads;
  private final CopySource sources;
  private final ContentStore contents;
  private final PartReceiver parts;

  public UploadPartCopyHandler(
      Uploads uploads, CopySource sources, ContentStore contents, PartReceiver parts) {
    this.uploads = uploads;
    this.sources = sources;
    this.contents = contents;
    this.parts = parts;
  }

  @Override
  public Class<UploadPartCopy> input() {
    return UploadPartCopy.class;
  }

  @Override
  public Uni<CopyResult> handle(Call call, UploadPartCopy input) {
    return uploads
        .get(call.rights(), input.key(), input.uploadId())
        .chain(
            upload ->
                sources
                    .open(
                        call.sourceRights(),
                        input.sourceKey(),
                        input.sourceConditions(),
                        input.sourceRange(),
                        input.misfit(),
                        input.rules())
                    .chain(source -> copy(upload, input, source)))
        .map(part -> new CopyResult(part.eTag(), part.lastModified(), part.checksums()));
  }

  private Uni<Part> copy(Upload upload, UploadPartCopy input, OpenObject source) {
    return parts.receive(
        upload,
        input.partNumber(),
        contents.read(source.segments(), source.range()),
        input.wanted());
  }
}
