package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.object.ObjectCatalog.OpenObject;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind.Symlink;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Copies an object's bytes into a new object: whatever its ETag and checksums say was computed from
 * the bytes that were written.
 */
public final class CopyObjectHandler implements Handler<CopyObject, CopyResult> {
  private final CopySource sources;
  private final ContentStore contents;
  private final Publisher publisher;

  public CopyObjectHandler(CopySource sources, ContentStore contents, Publisher publisher) {
    this.sources = sources;
    this.contents = contents;
    this.publisher = publisher;
  }

  @Override
  public Class<CopyObject> input() {
    return CopyObject.class;
  }

  @Override
  public Uni<CopyResult> handle(Call call, CopyObject input) {
    return sources
        .open(
            call.sourceRights(),
            input.sourceKey(),
            input.sourceConditions(),
            Optional.empty(),
            RangeMisfit.REFUSED,
            input.rules())
        .chain(source -> copy(call, input, source))
        .map(done -> new CopyResult(done.eTag(), done.lastModified(), done.checksums()));
  }

  private Uni<PutObjectResult> copy(Call call, CopyObject input, OpenObject source) {
    Set<DigestAlgorithm> wanted = wanted(input, source.object());
    ObjectMetadata metadata =
        metadata(input, source.object()).withAcl(input.acl()).ownedBy(call.writer());
    checkTags(call, input, source.object());
    Publisher.Intent intent =
        new Publisher.Intent(call.inBucket(), input.key(), metadata, input.condition());
    if (input.rules().links() && source.object().kind() instanceof Symlink(ObjectKey target)) {
      return publisher.publishLink(intent, target);
    }
    return contents
        .receive(contents.read(source.segments(), source.range()), Publisher.withETag(wanted))
        .chain(received -> publisher.publish(intent, received, wanted));
  }

  private static ObjectMetadata metadata(CopyObject input, StoredObject source) {
    ObjectMetadata kept = input.metadata().orElse(source.metadata());
    return ObjectMetadata.of(kept.headers(), kept.user(), input.storageClass())
        .withTags(input.tags().orElse(source.metadata().tags()))
        .withRedirect(input.redirect());
  }

  // To read an object is not to read its tags: those are the bucket owner's to show.
  private static void checkTags(Call call, CopyObject input, StoredObject source) {
    boolean copied = input.tags().isEmpty() && !source.metadata().tags().isEmpty();
    if (copied && !call.sourceRights().owns()) {
      throw new Failure.AccessDenied("the tags of the source are its bucket owner's alone")
          .exception();
    }
  }

  // A copy keeps the kinds of checksum of its source, unless another one was asked for.
  private static Set<DigestAlgorithm> wanted(CopyObject input, StoredObject source) {
    EnumSet<DigestAlgorithm> kept = EnumSet.noneOf(DigestAlgorithm.class);
    kept.addAll(input.wanted());
    if (input.checksum().isPresent()) {
      kept.add(input.checksum().get());
    } else {
      source.checksums().stream().map(Checksum::algorithm).forEach(kept::add);
    }
    return kept;
  }
}
