package dev.cairn.core.multipart;

import dev.cairn.core.body.Body;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.content.ReceivedContent;
import dev.cairn.core.object.Publisher;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.Part;
import dev.cairn.model.Upload;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Receives the bytes of a part, sent or copied, and publishes it. */
public final class PartReceiver {
  private final UploadCatalog uploads;
  private final ContentStore contents;

  public PartReceiver(UploadCatalog uploads, ContentStore contents) {
    this.uploads = uploads;
    this.contents = contents;
  }

  /**
   * Receives a part of an upload that is in progress; an earlier part of the number is replaced.
   *
   * @param wanted digests to compute and keep, besides that of the upload's checksum and MD5
   */
  public Uni<Part> receive(Upload upload, int number, Body body, Set<DigestAlgorithm> wanted) {
    EnumSet<DigestAlgorithm> all = EnumSet.of(DigestAlgorithm.MD5);
    all.addAll(wanted);
    upload.checksum().ifPresent(plan -> all.add(plan.algorithm()));
    return contents.receive(body, all).chain(received -> publish(upload, number, received, all));
  }

  private Uni<Part> publish(
      Upload upload, int number, ReceivedContent received, Set<DigestAlgorithm> kept) {
    Part part =
        new Part(
            number,
            received.size(),
            received.digests().get(DigestAlgorithm.MD5),
            Instant.EPOCH,
            Publisher.checksums(received, kept));
    // Only a refusal proves that nothing was committed: after anything else the blob is the
    // sweeper's, which removes it if no commit took it.
    return uploads
        .publishPart(upload.id(), part, received.content())
        .onFailure(PartReceiver::isRefusal)
        .call(() -> contents.discard(received));
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof FailureException known
        && known.failure() instanceof Failure.NoSuchUpload;
  }
}
