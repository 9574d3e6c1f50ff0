package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.RangeSpec;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads an object, or a range or part of it; a range and a part number exclude each other.
 *
 * @param misfit what becomes of a range that does not fit
 * @param withContent false for HeadObject: everything but the bytes
 */
public record GetObject(
    ObjectKey key,
    ReadConditions conditions,
    Optional<RangeSpec> range,
    RangeMisfit misfit,
    OptionalInt partNumber,
    boolean withContent)
    implements Input<GetObjectResult> {
  /** A range that does not fit is cut or refused. */
  public GetObject(
      ObjectKey key,
      ReadConditions conditions,
      Optional<RangeSpec> range,
      OptionalInt partNumber,
      boolean withContent) {
    this(key, conditions, range, RangeMisfit.REFUSED, partNumber, withContent);
  }

  /** The range that is to be read of an object of this size. */
  Optional<RangeSpec> rangeOf(long size) {
    return range.filter(asked -> misfit != RangeMisfit.WHOLE || asked.liesWithin(size));
  }
}
