package dev.cairn.dialect.oss;

import dev.cairn.core.object.RangeMisfit;
import dev.cairn.dialect.family.codec.RangeRule;
import dev.cairn.model.RangeSpec;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RangeHeader;
import java.util.Optional;

/** Ranges of OSS: what is not a range within the object is no range, unless the client says so. */
final class OssRanges implements RangeRule {
  private static final String BEHAVIOUR = "x-oss-range-behavior";
  private static final String STANDARD = "standard";

  @Override
  public Asked read(Headers headers) {
    Optional<RangeSpec> range =
        RangeHeader.parse(headers.first("Range")) instanceof RangeHeader.One one
            ? Optional.of(one.spec())
            : Optional.empty();
    boolean standard = headers.first(BEHAVIOUR).filter(STANDARD::equalsIgnoreCase).isPresent();
    return new Asked(range, standard ? RangeMisfit.REFUSED : RangeMisfit.WHOLE);
  }
}
