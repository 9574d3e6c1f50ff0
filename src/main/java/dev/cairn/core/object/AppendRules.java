package dev.cairn.core.object;

import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.StoredObject;
import java.util.Optional;

/**
 * What a dialect allows of appending.
 *
 * @param toAny whether to objects that were written in another way too
 * @param toCold whether to objects of an archive class
 * @param maximumAppends to one object
 * @param maximumBytes of the object that comes of it
 */
public record AppendRules(boolean toAny, boolean toCold, int maximumAppends, long maximumBytes) {
  /**
   * Checks an append of so many bytes, as far as they are known, to what is there.
   *
   * @throws dev.cairn.model.FailureException ObjectNotAppendable, PositionNotEqualToLength,
   *     AppendTooLarge
   */
  public void check(ObjectKey key, Optional<StoredObject> there, long position, long bytes) {
    there.ifPresent(this::requireAppendable);
    long length = there.map(StoredObject::size).orElse(0L);
    if (position != length) {
      throw new Failure.PositionNotEqualToLength(key, position, length).exception();
    }
    if (length + bytes > maximumBytes) {
      throw new Failure.AppendTooLarge(length + bytes, maximumBytes).exception();
    }
  }

  private void requireAppendable(StoredObject object) {
    if (!toCold && object.storageClass().archived()) {
      throw refused(object, "it is archived");
    }
    switch (object.kind()) {
      case ObjectKind.Appendable(int appends) -> {
        if (appends >= maximumAppends) {
          throw refused(object, "it was appended to " + appends + " times");
        }
      }
      case ObjectKind.Symlink link -> throw refused(object, "it is a link");
      case ObjectKind.Normal normal -> requireAny(object);
      case ObjectKind.Multipart assembled -> requireAny(object);
    }
  }

  private void requireAny(StoredObject object) {
    if (!toAny) {
      throw refused(object, "it was not made by appending");
    }
  }

  private static RuntimeException refused(StoredObject object, String reason) {
    return new Failure.ObjectNotAppendable(object.key(), reason).exception();
  }
}
