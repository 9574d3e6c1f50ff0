package dev.cairn.core.object;

import dev.cairn.core.access.Rights;
import dev.cairn.core.object.ObjectCatalog.OpenObject;
import dev.cairn.core.object.ObjectCatalog.Selection;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/** Opens what a copy reads, under the copy's conditions. */
public final class CopySource {
  private final GuardedObjects objects;
  private final Links links;

  public CopySource(ObjectCatalog objects) {
    this.objects = new GuardedObjects(objects);
    this.links = new Links(this.objects);
  }

  /**
   * Opens an object, or the range of it, for copying; its bytes are the caller's to read.
   *
   * @param range must lie wholly within the object, or counts as none
   * @param rules what may be copied, and whether a link is opened as such: then it has no bytes
   */
  public Uni<OpenObject> open(
      Rights rights,
      ObjectKey key,
      ReadConditions conditions,
      Optional<ByteRange> range,
      RangeMisfit misfit,
      SourceRules rules) {
    Function<StoredObject, Selection> selection =
        object -> select(object, conditions, range, misfit, rules);
    return rules.links()
        ? objects.open(rights, key, selection)
        : links.open(rights, key, selection);
  }

  private static Selection select(
      StoredObject object,
      ReadConditions conditions,
      Optional<ByteRange> range,
      RangeMisfit misfit,
      SourceRules rules) {
    if (!rules.appendables() && object.kind() instanceof ObjectKind.Appendable) {
      throw new Failure.SourceNotCopyable(object.key()).exception();
    }
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
    if (wanted.length() > rules.maximumBytes()) {
      throw new Failure.InvalidRequest(
              "The specified copy source is larger than the maximum allowable size for a copy"
                  + " source: "
                  + rules.maximumBytes())
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
