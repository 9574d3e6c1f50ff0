package dev.cairn.core.multipart;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest.Claim;
import dev.cairn.model.Part;
import dev.cairn.model.Upload;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Receives a part that the client sends. */
public final class UploadPartHandler implements Handler<UploadPart, Part> {
  private final Uploads uploads;
  private final PartReceiver parts;

  public UploadPartHandler(Uploads uploads, PartReceiver parts) {
    this.uploads = uploads;
    this.parts = parts;
  }

  @Override
  public Class<UploadPart> input() {
    return UploadPart.class;
  }

  @Override
  public Uni<Part> handle(Call call, UploadPart input) {
    return uploads
        .get(call.rights(), input.key(), input.uploadId())
        .invoke(upload -> checkAlgorithm(upload, input))
        .onFailure()
        .invoke(input.body()::abandon)
        .chain(upload -> parts.receive(upload, input.partNumber(), input.body(), kept(input)));
  }

  private static Set<DigestAlgorithm> kept(UploadPart input) {
    EnumSet<DigestAlgorithm> kept = EnumSet.noneOf(DigestAlgorithm.class);
    kept.addAll(input.announced());
    kept.addAll(input.wanted());
    return kept;
  }

  // A checksum of another kind than the upload's could not become part of the whole's.
  private static void checkAlgorithm(Upload upload, UploadPart input) {
    upload
        .checksum()
        .ifPresent(
            plan -> {
              input.body().claims().list().stream()
                  .filter(claimed -> claimed.claim() == Claim.CHECKSUM)
                  .forEach(claimed -> check(plan.algorithm(), claimed.algorithm()));
              input.announced().forEach(algorithm -> check(plan.algorithm(), algorithm));
            });
  }

  private static void check(DigestAlgorithm expected, DigestAlgorithm actual) {
    if (expected != actual) {
      throw new Failure.InvalidRequest(
              "Checksum Type mismatch occurred, expected checksum Type: "
                  + expected.name().toLowerCase(Locale.ROOT)
                  + ", actual checksum Type: "
                  + actual.name().toLowerCase(Locale.ROOT))
          .exception();
    }
  }
}
