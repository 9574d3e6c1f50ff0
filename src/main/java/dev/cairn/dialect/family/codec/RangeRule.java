package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.RangeMisfit;
import dev.cairn.model.RangeSpec;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RangeHeader;
import java.util.Optional;
import java.util.function.Function;

/** What a dialect makes of the range that a reader asks for. */
@FunctionalInterface
public interface RangeRule {
  /** The range, if one counts, and what becomes of it where it does not fit. */
  record Asked(Optional<RangeSpec> range, RangeMisfit misfit) {}

  Asked read(Headers headers);

  /** A rule that the Range header alone decides, and that cuts or refuses what does not fit. */
  static RangeRule of(Function<RangeHeader, Optional<RangeSpec>> ranges) {
    return headers ->
        new Asked(ranges.apply(RangeHeader.parse(headers.first("Range"))), RangeMisfit.REFUSED);
  }
}
