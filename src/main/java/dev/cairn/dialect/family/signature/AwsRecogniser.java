package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.family.Domains;
import dev.cairn.protocol.RawRequest;

/** Knows requests by AWS's signature words, then the {@code x-amz-} headers, then the Host. */
public final class AwsRecogniser implements Recogniser {
  private static final String HEADER_PREFIX = "x-amz-";

  /** CloudFront adds these to any request. */
  private static final String CDN_PREFIX = "x-amz-cf-";

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
  public boolean onOwnHost(RawRequest request) {
    return domains.match(request.host()).isPresent();
  }
}
