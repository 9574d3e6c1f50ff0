package dev.cairn.core.multipart;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.body.Digest;
import dev.cairn.core.multipart.CompleteMultipartUpload.ListedPart;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Assembles the object of an upload without touching a byte of it. */
public final class CompleteMultipartUploadHandler
    implements Handler<CompleteMultipartUpload, StoredObject> {
  private final UploadCatalog uploads;

  public CompleteMultipartUploadHandler(UploadCatalog uploads) {
    this.uploads = uploads;
  }

  @Override
  public Class<CompleteMultipartUpload> input() {
    return CompleteMultipartUpload.class;
  }

  @Override
  public Uni<StoredObject> handle(Call call, CompleteMultipartUpload input) {
    return Uni.createFrom()
        .deferred(
            () ->
                uploads.complete(
                    call.inBucket(),
                    input.key(),
                    Uploads.id(input.uploadId()),
                    fingerprint(input),
                    input.condition(),
                    (upload, parts) -> {
                      call.rights().require(upload);
                      return new Assembler(upload, parts).assemble(input).withAcl(input.acl());
                    }));
  }

  // Tells a repeated Complete from another one with the same upload id.
  private static byte[] fingerprint(CompleteMultipartUpload input) {
    Digest sha256 = Digest.of(DigestAlgorithm.SHA256);
    for (ListedPart part : input.parts()) {
      String line = part.number() + ":" + part.eTag() + "\n";
      sha256.update(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }
    return sha256.value();
  }
}
