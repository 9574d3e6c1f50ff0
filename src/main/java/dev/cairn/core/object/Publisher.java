package dev.cairn.core.object;

import dev.cairn.core.body.Digests;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.content.ReceivedContent;
import dev.cairn.model.Bucket;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure.BadDigest.Claim;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredContent;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The last step of every write of a whole object: received content appears under its key. */
public final class Publisher {
  private final ObjectCatalog objects;
  private final ContentStore contents;
  private final Supplier<UUID> ids;

  public Publisher(ObjectCatalog objects, ContentStore contents, Supplier<UUID> ids) {
    this.objects = objects;
    this.contents = contents;
    this.ids = ids;
  }

  /** What the object is to be, besides its bytes. */
  public record Intent(
      Bucket bucket, ObjectKey key, ObjectMetadata metadata, WriteCondition condition) {}

  /**
   * Publishes, or discards the content when the catalog refuses it.
   *
   * @param wanted digests to keep with the object, besides those that its sender claimed
   */
  public Uni<PutObjectResult> publish(
      Intent intent, ReceivedContent received, Set<DigestAlgorithm> wanted) {
    ETag eTag = ETag.ofMd5(received.digests().get(DigestAlgorithm.MD5));
    List<Checksum> checksums = checksums(received, wanted);
    Publication publication =
        new Publication(
            intent.bucket(),
            intent.key(),
            new ObjectId(ids.get()),
            received.content(),
            eTag,
            intent.bucket().classified(intent.metadata()),
            checksums,
            intent.condition());
    // A publish that fails without an outcome may have happened: its blob is left to the sweeper,
    // which removes it only if no commit took it.
    return objects
        .publish(List.of(publication))
        .flatMap(
            outcomes ->
                switch (outcomes.getFirst()) {
                  case PublishOutcome.Published done ->
                      Uni.createFrom()
                          .item(
                              new PutObjectResult(
                                  eTag, done.lastModified(), received.size(), checksums));
                  case PublishOutcome.Rejected rejected ->
                      contents
                          .discard(received)
                          .chain(() -> Uni.createFrom().failure(rejected.failure().exception()));
                  case PublishOutcome.Unresolved unresolved ->
                      Uni.createFrom().failure(unresolved.failure().exception());
                });
  }

  /** Publishes a name for another object. */
  public Uni<PutObjectResult> publishLink(Intent intent, ObjectKey target) {
    byte[] name = target.value().getBytes(StandardCharsets.UTF_8);
    ETag eTag =
        ETag.ofMd5(
            Digests.of(EnumSet.of(DigestAlgorithm.MD5), ByteBuffer.wrap(name))
                .get(DigestAlgorithm.MD5));
    Publication publication =
        new Publication(
            intent.bucket(),
            intent.key(),
            new ObjectId(ids.get()),
            new StoredContent.Inline(new byte[0]),
            eTag,
            intent.metadata(),
            List.of(),
            intent.condition(),
            new ObjectKind.Symlink(target));
    return objects
        .publish(List.of(publication))
        .map(
            outcomes ->
                switch (outcomes.getFirst()) {
                  case PublishOutcome.Published done ->
                      new PutObjectResult(eTag, done.lastModified(), 0, List.of());
                  case PublishOutcome.Rejected rejected -> throw rejected.failure().exception();
                  case PublishOutcome.Unresolved unresolved ->
                      throw unresolved.failure().exception();
                });
  }

  /** The checksums to keep of received content: claimed ones and wanted ones, MD5 excepted. */
  public static List<Checksum> checksums(ReceivedContent received, Set<DigestAlgorithm> wanted) {
    EnumSet<DigestAlgorithm> kept = EnumSet.noneOf(DigestAlgorithm.class);
    kept.addAll(wanted);
    received.claims().list().stream()
        .filter(claimed -> claimed.claim() == Claim.CHECKSUM)
        .forEach(claimed -> kept.add(claimed.algorithm()));
    kept.remove(DigestAlgorithm.MD5);
    return kept.stream()
        .map(algorithm -> Checksum.ofBytes(algorithm, received.digests().get(algorithm)))
        .toList();
  }

  /** The digests to compute for a whole object: those wanted, and the one that the ETag is. */
  public static Set<DigestAlgorithm> withETag(Set<DigestAlgorithm> wanted) {
    EnumSet<DigestAlgorithm> all = EnumSet.of(DigestAlgorithm.MD5);
    all.addAll(wanted);
    return all;
  }
}
