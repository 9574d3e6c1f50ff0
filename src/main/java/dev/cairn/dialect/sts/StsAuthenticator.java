package dev.cairn.dialect.sts;

import dev.cairn.core.access.Credentials;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.ForeignHeaders;
import dev.cairn.dialect.family.signature.AwsAuthenticator;
import dev.cairn.dialect.family.signature.AwsRules;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.V2Scheme;
import dev.cairn.dialect.family.signature.V4Habits;
import dev.cairn.dialect.family.signature.V4Scheme;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Authenticates by V4 alone: V2 does not cover what a form says. AWS's service must be named in the
 * scope; on the hosts of S2 that looks at nothing there, any.
 */
public final class StsAuthenticator implements Authenticator {
  private static final String PREFIX = "x-amz-";

  private final AwsAuthenticator aws;
  private final AwsAuthenticator s2;
  private final Domains ofS2;

  /**
   * @param region that a scope must name; empty: any
   * @param ofS2 the domains of S2
   */
  public StsAuthenticator(
      Optional<String> region, Domains ofS2, Credentials credentials, InstantSource clock) {
    this.aws = create("sts", V4Habits.AWS, region, credentials, clock);
    this.s2 = create("", new V4Habits(false, false, true), Optional.empty(), credentials, clock);
    this.ofS2 = ofS2;
  }

  private static AwsAuthenticator create(
      String service,
      V4Habits habits,
      Optional<String> region,
      Credentials credentials,
      InstantSource clock) {
    AwsRules rules =
        new AwsRules(
            V2Scheme.aws(Set.of()),
            Optional.of(new V4Scheme("AWS4-HMAC-SHA256", "AWS4", service, "aws4_request")),
            habits,
            PREFIX,
            Set.of("x-amz-cf-", StsForm.PAYLOAD_HASH),
            Map.of(),
            new ForeignHeaders(Set.of("x-oss-", "x-obs-"), Set.of()));
    SignatureSettings settings = new SignatureSettings(region, false);
    return new AwsAuthenticator(rules, settings, credentials, clock, Runnable::run);
  }

  @Override
  public Headers effectiveHeaders(RawRequest request) {
    return of(request).effectiveHeaders(StsForm.asSigned(request));
  }

  @Override
  public Uni<Authentication> authenticate(RequestHead head) {
    RequestHead signed =
        new RequestHead(
            StsForm.asSigned(head.raw()), head.address(), head.operation(), head.headers());
    // The signature covers the form, which has been read: nothing of it is still to come.
    return of(head.raw())
        .authenticate(signed)
        .map(verified -> new Authentication(verified.caller(), UnaryOperator.identity()));
  }

  private AwsAuthenticator of(RawRequest request) {
    return ofS2.match(request.host()).isPresent() ? s2 : aws;
  }
}
