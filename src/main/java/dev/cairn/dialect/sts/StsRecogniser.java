package dev.cairn.dialect.sts;

import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.family.Domains;
import dev.cairn.protocol.RawRequest;
import java.util.List;
import java.util.Locale;

/**
 * Knows requests to the token service: all that go to its own hosts, and forms that are posted to
 * no bucket, which no vendor's storage has a use for.
 */
public final class StsRecogniser implements Recogniser {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final List<Domains> dialects;

  /**
   * @param dialects the domains of all of them
   */
  public StsRecogniser(List<Domains> dialects) {
    this.dialects = List.copyOf(dialects);
  }

  @Override
  public Evidence evidence(RawRequest request) {
    return isOwnHost(request.host()) || isFormForTheService(request)
        ? Evidence.FORM
        : Evidence.NONE;
  }

  @Override
  public boolean onOwnHost(RawRequest request) {
    return isOwnHost(request.host());
  }

  private boolean isOwnHost(String host) {
    for (Domains domains : dialects) {
      if (domains.isTokenService(host)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFormForTheService(RawRequest request) {
    return request.method().equals("POST")
        && request.target().rawPath().equals("/")
        && isForm(request.headers().first("Content-Type").orElse(""))
        && dialects.stream()
            .noneMatch(
                domains ->
                    domains.match(request.host()).flatMap(Domains.Match::bucket).isPresent());
  }

  private static boolean isForm(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT).equals(FORM);
  }
}
