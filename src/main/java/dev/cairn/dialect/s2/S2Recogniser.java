package dev.cairn.dialect.s2;

import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.signature.AwsRecogniser;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;

/**
 * Knows S2 requests by its own signature word and its old presigned parameters; else by what S3
 * requests are known by too, so that the Host decides between the two.
 */
public final class S2Recogniser implements Recogniser {
  private static final String WORD = "Baishan ";

  private final Recogniser sharedWithS3;

  public S2Recogniser(Domains domains) {
    this.sharedWithS3 = new AwsRecogniser(domains);
  }

  @Override
  public Evidence evidence(RawRequest request) {
    return isSignedAsOnlyHere(request) ? Evidence.SIGNATURE : sharedWithS3.evidence(request);
  }

  @Override
  public Evidence evidence(RawRequest request, Headers fields) {
    return sharedWithS3.evidence(request, fields);
  }

  @Override
  public boolean onOwnHost(RawRequest request) {
    return sharedWithS3.onOwnHost(request);
  }

  private static boolean isSignedAsOnlyHere(RawRequest request) {
    return isOldUrl(request)
        || request.headers().all("authorization").stream()
            .anyMatch(value -> value.strip().startsWith(WORD));
  }

  /** The form of presigned URL that S2's oldest pages show and none describes. */
  static boolean isOldUrl(RawRequest request) {
    return request.query().has("KID") && request.query().has("ssig");
  }
}
