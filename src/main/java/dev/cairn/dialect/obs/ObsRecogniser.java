package dev.cairn.dialect.obs;

import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.FormFields;
import dev.cairn.dialect.family.signature.AwsMechanism;
import dev.cairn.dialect.family.signature.AwsRecogniser;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import java.util.Set;

/**
 * Knows requests in one of the two forms. They share their hosts: there, what is signed tells them
 * apart, then the prefix of a header; with neither it is the form that is compatible with S3.
 */
public final class ObsRecogniser implements Recogniser {
  private static final String WORD = "OBS";

  /** CloudFront adds these to any request. */
  private static final String CDN_PREFIX = "x-amz-cf-";

  private static final FormFields NATIVE_FORMS =
      new FormFields(Set.of("accesskeyid", "token"), "x-obs-");

  private final ObsForm form;
  private final Domains domains;

  public ObsRecogniser(ObsForm form, Domains domains) {
    this.form = form;
    this.domains = domains;
  }

  @Override
  public Evidence evidence(RawRequest request) {
    return switch (form) {
      case S3 -> s3(request);
      case NATIVE -> nativeForm(request);
    };
  }

  private Evidence s3(RawRequest request) {
    if (AwsMechanism.isNamedIn(request)) {
      return Evidence.SIGNATURE;
    }
    if (hasHeader(request, "x-amz-")) {
      return Evidence.HEADER_PREFIX;
    }
    return onOwnHost(request) ? Evidence.HOST : Evidence.NONE;
  }

  private static Evidence nativeForm(RawRequest request) {
    Query query = request.query();
    boolean inQuery =
        query.has("AccessKeyId") && query.has("Signature") && !query.has("AWSAccessKeyId");
    if (inQuery || isWordOf(request) || isProbe(request)) {
      return Evidence.SIGNATURE;
    }
    return hasHeader(request, "x-obs-") ? Evidence.HEADER_PREFIX : Evidence.NONE;
  }

  /** Nobody else asks so, and who asks does not know the dialect of the other side yet. */
  private static boolean isProbe(RawRequest request) {
    return request.method().equals("HEAD") && request.query().has(ObsOperationRows.API_VERSION);
  }

  private static boolean isWordOf(RawRequest request) {
    return request.headers().all("authorization").stream()
        .map(String::strip)
        .anyMatch(value -> value.equals(WORD) || value.startsWith(WORD + " "));
  }

  private static boolean hasHeader(RawRequest request, String prefix) {
    for (String name : request.headers().names()) {
      if (name.startsWith(prefix) && !name.startsWith(CDN_PREFIX)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Evidence evidence(RawRequest request, Headers fields) {
    FormFields ofForms = form == ObsForm.S3 ? AwsRecogniser.FORMS : NATIVE_FORMS;
    return ofForms.evidence(fields).orElseGet(() -> evidence(request));
  }

  @Override
  public boolean onOwnHost(RawRequest request) {
    return domains.match(request.host()).isPresent();
  }
}
