package dev.cairn.core.object;

import dev.cairn.core.access.Rights;
import dev.cairn.core.object.ObjectCatalog.OpenObject;
import dev.cairn.core.object.ObjectCatalog.Selection;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * Finds the object that a caller means, and shows it only to whom it is granted: the decision is
 * made on the object that is returned, in the same view. Every read of an object goes through here.
 */
public final class GuardedObjects {
  private final ObjectCatalog objects;

  public GuardedObjects(ObjectCatalog objects) {
    this.objects = objects;
  }

  /**
   * The object, without its bytes.
   *
   * <p>Fails with AccessDenied for a caller who lacks the right; with NoSuchKey where there is none
   * and the caller may know that.
   */
  public Uni<StoredObject> get(Rights rights, ObjectKey key, Right right) {
    return objects
        .find(rights.bucket(), key)
        .map(found -> found.orElseThrow(() -> rights.missing(key).exception()))
        .invoke(object -> rights.require(right, object));
  }

  /**
   * The object, to be read.
   *
   * <p>Fails like {@link #get}.
   *
   * @param selection what of it is wanted, as in {@link ObjectCatalog#open}
   */
  public Uni<OpenObject> open(
      Rights rights, ObjectKey key, Function<StoredObject, Selection> selection) {
    return objects
        .open(
            rights.bucket(),
            key,
            object -> {
              rights.require(Right.READ, object);
              return selection.apply(object);
            })
        .map(found -> found.orElseThrow(() -> rights.missing(key).exception()));
  }
}
