package dev.cairn.dialect.family.signature;

import dev.cairn.model.Failure;
import dev.cairn.protocol.RawRequest;
import java.util.List;
import java.util.Set;

/**
 * The names by which a URL says that it is signed, whoever's signature it is. A request that is
 * signed in two vendors' ways could be read in two ways.
 */
public final class SignatureParameters {
  private static final List<Set<String>> WAYS =
      List.of(
          Set.of("AWSAccessKeyId"),
          Set.of("AccessKeyId"),
          Set.of("OSSAccessKeyId"),
          Set.of("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature"),
          Set.of("x-oss-signature-version", "x-oss-credential", "x-oss-signature"));

  private SignatureParameters() {}

  /**
   * @throws dev.cairn.model.FailureException {@link Failure.InvalidArgument} for a second way to
   *     sign, in the URL or beside a header
   */
  public static void requireOneWay(RawRequest request) {
    int ways = 0;
    for (Set<String> way : WAYS) {
      ways += request.query().hasAny(way) ? 1 : 0;
    }
    if (ways > 1 || (ways == 1 && request.headers().has("authorization"))) {
      throw new Failure.InvalidArgument(
              "Authorization", "", "Only one auth mechanism allowed, in the header or in the URL.")
          .exception();
    }
  }
}
