package dev.cairn.core.object;

import dev.cairn.core.access.Rights;
import dev.cairn.core.object.ObjectCatalog.OpenObject;
import dev.cairn.core.object.ObjectCatalog.Selection;
import dev.cairn.model.Access;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds and opens objects for readers, to whom a link is its target: one hop, in the same bucket.
 * Who reads through a link must be allowed to read both.
 */
final class Links {
  private final GuardedObjects objects;

  Links(GuardedObjects objects) {
    this.objects = objects;
  }

  /** As {@link GuardedObjects#get}, of an object that is to be read. */
  Uni<StoredObject> get(Rights rights, ObjectKey key) {
    return objects
        .get(rights, key, Right.READ)
        .chain(
            found ->
                target(found).isEmpty()
                    ? Uni.createFrom().item(found)
                    : objects
                        .get(rights, admitted(rights, found), Right.READ)
                        .onFailure()
                        .transform(e -> ofTarget(e, found))
                        .map(target -> shown(found, target)));
  }

  /** As {@link GuardedObjects#open}. */
  Uni<OpenObject> open(Rights rights, ObjectKey key, Function<StoredObject, Selection> selection) {
    return objects
        .open(
            rights,
            key,
            object ->
                target(object).isPresent()
                    ? new Selection.Bytes(ByteRange.all(0))
                    : selection.apply(object))
        .chain(
            opened ->
                target(opened.object()).isEmpty()
                    ? Uni.createFrom().item(opened)
                    : openTarget(rights, opened.object(), selection));
  }

  private Uni<OpenObject> openTarget(
      Rights rights, StoredObject link, Function<StoredObject, Selection> selection) {
    return objects
        .open(
            rights,
            admitted(rights, link),
            target -> {
              target.requireReadable();
              return selection.apply(shown(link, target));
            })
        .onFailure()
        .transform(e -> ofTarget(e, link))
        .map(open -> new OpenObject(shown(link, open.object()), open.range(), open.segments()));
  }

  private static ObjectKey admitted(Rights rights, StoredObject link) {
    ObjectKey target = target(link).orElseThrow();
    if (!rights.caller().isLeft(Access.read(rights.bucket().name(), target))) {
      throw new Failure.AccessDenied("the session may not read " + target).exception();
    }
    return target;
  }

  private static StoredObject shown(StoredObject link, StoredObject target) {
    if (target(target).isPresent()) {
      throw new Failure.InvalidTargetType(link.key(), target.key()).exception();
    }
    return link.showing(target);
  }

  /** That the target is missing is another failure than that the link is. */
  private static Throwable ofTarget(Throwable thrown, StoredObject link) {
    return thrown instanceof FailureException known
            && known.failure() instanceof Failure.NoSuchKey(ObjectKey missing)
        ? new Failure.SymlinkTargetNotExist(link.key(), missing).exception()
        : thrown;
  }

  private static Optional<ObjectKey> target(StoredObject object) {
    return object.kind() instanceof ObjectKind.Symlink(ObjectKey target)
        ? Optional.of(target)
        : Optional.empty();
  }
}
