package dev.cairn.dialect.s2;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.codec.CopyResultStyle;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.IsoDates;
import java.util.List;

/**
 * How S2 answers copies: the same document for a part, the date as in a header, the entity tag
 * without its quotes.
 */
final class S2CopyResults {
  /** Of SDKs that cannot read the date of the pages, as they name themselves. */
  private static final List<String> ISO_ONLY =
      List.of("aws-sdk-java/", "aws-sdk-go-v2/", "aws-sdk-js/3", "aws-sdk-rust/");

  private S2CopyResults() {}

  static CopyResultStyle style(boolean strictPages) {
    return new CopyResultStyle(
        "CopyObjectResult",
        (instant, head) ->
            !strictPages && readsIsoOnly(head)
                ? IsoDates.format(instant)
                : HttpDates.format(instant),
        false,
        true);
  }

  private static boolean readsIsoOnly(RequestHead head) {
    return head.headers().all("User-Agent").stream()
        .anyMatch(agent -> ISO_ONLY.stream().anyMatch(agent::contains));
  }
}
