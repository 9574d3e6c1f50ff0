package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.FormFields;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import java.util.Set;

/** Knows requests by AWS's signature words, then the {@code x-amz-} headers, then the Host. */
public final class AwsRecogniser implements Recogniser {
  private static final String HEADER_PREFIX = "x-amz-";

  /** CloudFront adds these to any request. */
  private static final String CDN_PREFIX = "x-amz-cf-";

  /** What forms are known by. */
  public static final FormFields FORMS =
      new FormFields(Set.of("awsaccesskeyid", "x-amz-signature", "x-amz-credential"), "x-amz-");

  private final Domains domains;

  public AwsRecogniser(Domains domains) {
    this.domains = domains;
  }

  @Override
  public Evidence evidence(RawRequest request) {
    if (AwsMechanism.isNamedIn(request)) {
      return Evidence.SIGNATURE;
    }
    for (String name : request.headers().names()) {
      if (name.startsWith(HEADER_PREFIX) && !name.startsWith(CDN_PREFIX)) {
        return Evidence.HEADER_PREFIX;
      }
    }
    return onOwnHost(request) ? Evidence.HOST : Evidence.NONE;
  }

  @Override
  public Evidence evidence(RawRequest request, Headers fields) {
    return FORMS.evidence(fields).orElseGet(() -> evidence(request));
  }

  @Override
  public boolean onOwnHost(RawRequest request) {
    return domains.match(request.host()).isPresent();
  }
}
