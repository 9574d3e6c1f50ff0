package dev.cairn.core.object;

import dev.cairn.core.access.Rights;
import dev.cairn.core.object.ObjectCatalog.OpenObject;
import dev.cairn.core.object.ObjectCatalog.Selection;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Opens what a copy reads, under the copy's conditions. */
public final class CopySource {
  private final GuardedObjects objects;

  public CopySource(ObjectCatalog objects) {
    this.objects = new GuardedObjects(objects);
  }

  /**
   * Opens an object, or the range of it, for copying; its bytes are the caller's to read.
   *
   * @param range must lie wholly within the object, or counts as none
   * @param maximumBytes that one copy may have
   */
  public Uni<OpenObject> open(
      Rights rights,
      ObjectKey key,
      ReadConditions conditions,
      Optional<ByteRange> range,
      RangeMisfit misfit,
      long maximumBytes) {
    return objects.open(
        rights, key, object -> select(object, conditions, range, misfit, maximumBytes));
  }

  private static Selection select(
      StoredObject object,
      ReadConditions conditions,
      Optional<ByteRange> range,
      RangeMisfit misfit,
      long maximumBytes) {
    check(conditions, object);
    object.requireReadable();
    ByteRange wanted =
        range
            .filter(r -> misfit != RangeMisfit.WHOLE || r.last() < object.size())
            .orElseGet(() -> ByteRange.all(object.size()));
    if (wanted.last() >= object.size()) {
      throw new Failure.InvalidArgument(
              "copy-source-range",
              "bytes=" + wanted.first() + "-" + wanted.last(),
              "Range specified is not valid for source object of size: " + object.size())
          .exception();
    }
    if (wanted.length() > maximumBytes) {
      throw new Failure.InvalidRequest(
              "The specified copy source is larger than the maximum allowable size for a copy"
                  + " source: "
                  + maximumBytes)
          .exception();
    }
    return new Selection.Bytes(wanted);
  }

  // A copy has nobody who could have the object already: every condition that fails is a 412.
  private static void check(ReadConditions conditions, StoredObject object) {
    try {
      conditions.check(object);
    } catch (FailureException e) {
      throw e.failure() instanceof Failure.NotModified
          ? new Failure.PreconditionFailed("copy-source-if-none-match").exception()
          : e;
    }
  }
}
