package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.content.ReceivedContent;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectId;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Appends. The bytes are received like any others; whether they are the next ones is decided when
 * they are published, and of those who name the same position one wins.
 */
public final class AppendObjectHandler implements Handler<AppendObject, AppendObjectResult> {
  private final ObjectCatalog objects;
  private final ContentStore contents;
  private final Supplier<UUID> ids;

  public AppendObjectHandler(ObjectCatalog objects, ContentStore contents, Supplier<UUID> ids) {
    this.objects = objects;
    this.contents = contents;
    this.ids = ids;
  }

  @Override
  public Class<AppendObject> input() {
    return AppendObject.class;
  }

  @Override
  public Uni<AppendObjectResult> handle(Call call, AppendObject input) {
    return objects
        .find(call.inBucket(), input.key())
        // What cannot succeed need not wait for the bytes.
        .invoke(there -> input.rules().check(input.key(), there, input.position(), 0))
        .onFailure()
        .invoke(input.body()::abandon)
        .chain(there -> contents.receive(input.body(), digests(input, there)))
        .chain(received -> append(call, input, received));
  }

  private static Set<DigestAlgorithm> digests(AppendObject input, Optional<StoredObject> there) {
    EnumSet<DigestAlgorithm> all = EnumSet.of(DigestAlgorithm.MD5);
    all.addAll(input.wanted());
    there.map(Grower::continued).ifPresent(all::addAll);
    return all;
  }

  private Uni<AppendObjectResult> append(Call call, AppendObject input, ReceivedContent received) {
    Grower grower = new Grower(input.ownedBy(call.writer()), received, new ObjectId(ids.get()));
    ETag appended = ETag.ofMd5(received.digests().get(DigestAlgorithm.MD5));
    // Only a refusal proves that nothing was committed: after anything else the blob is the
    // sweeper's, which removes it if no commit took it.
    return objects
        .append(call.inBucket(), input.key(), received.content(), grower::grow)
        .onFailure(AppendObjectHandler::isRefusal)
        .call(() -> contents.discard(received))
        .map(object -> new AppendObjectResult(object, appended));
  }

  private static boolean isRefusal(Throwable thrown) {
    return thrown instanceof FailureException known
        && switch (known.failure()) {
          case Failure.PositionNotEqualToLength f -> true;
          case Failure.ObjectNotAppendable f -> true;
          case Failure.AppendTooLarge f -> true;
          case Failure.NoSuchBucket f -> true;
          default -> false;
        };
  }
}
