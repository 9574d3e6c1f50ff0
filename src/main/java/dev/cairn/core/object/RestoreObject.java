package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.ObjectKey;
import java.util.Objects;

/**
 * Makes an archived object readable for some days, or prolongs that.
 *
 * @param days from when it can be read; at least 1
 */
public record RestoreObject(ObjectKey key, int days, Terms terms)
    implements Input<RestoreObjectResult> {
  /** What becomes of a restoration that is to end earlier than it would. */
  public enum Shortening {
    /** It does. */
    DONE,
    /** The request fails. */
    REFUSED,
    /** It ends as it would have. */
    IGNORED
  }

  /**
   * What a vendor grants.
   *
   * @param mostDays of an archived object
   * @param mostDaysDeep of one of a deep archive
   * @param untilMidnight whether the last day is a whole one, in UTC
   */
  public record Terms(
      int mostDays, int mostDaysDeep, boolean untilMidnight, Shortening shortening) {
    public Terms {
      Objects.requireNonNull(shortening, "shortening");
    }
  }
}
