package dev.cairn.dialect.oss;

import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.FormFields;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import java.util.Set;

/** Knows OSS requests by its signature words, then the {@code x-oss-} headers, then the Host. */
public final class OssRecogniser implements Recogniser {
  private static final String HEADER_PREFIX = "x-oss-";

  /** Marks a request that is made in S3's words. */
  private static final String FOR_S3 = "x-oss-s3-compat";

  private static final FormFields FORMS =
      new FormFields(
          Set.of("ossaccesskeyid", "x-oss-signature-version", "x-oss-credential"), "x-oss-");

  private final Domains domains;

  public OssRecogniser(Domains domains) {
    this.domains = domains;
  }

  @Override
  public Evidence evidence(RawRequest request) {
    if (OssMechanism.isNamedIn(request)) {
      return Evidence.SIGNATURE;
    }
    for (String name : request.headers().names()) {
      if (name.startsWith(HEADER_PREFIX) && !name.equals(FOR_S3)) {
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
