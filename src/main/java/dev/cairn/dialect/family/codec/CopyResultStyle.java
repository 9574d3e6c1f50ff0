package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.RequestHead;
import dev.cairn.protocol.IsoDates;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * How a dialect answers copies.
 *
 * @param partRoot root of the document for a copy to a part
 * @param dates how the date of the copy is written for the sender of a request
 * @param quotedETag whether the entity tag has its quotes in the document
 * @param eTagHeader whether an answer for a part has the entity tag in a header too
 */
public record CopyResultStyle(
    String partRoot,
    BiFunction<Instant, RequestHead, String> dates,
    boolean quotedETag,
    boolean eTagHeader) {
  /** AWS's own. */
  public static final CopyResultStyle AWS =
      new CopyResultStyle(
          "CopyPartResult", (instant, head) -> IsoDates.format(instant), true, false);
}
