package dev.cairn.boot;

import dev.cairn.core.Operations;
import dev.cairn.core.access.Credentials;
import dev.cairn.core.access.Gatekeeper;
import dev.cairn.core.body.SlabPool;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.DialectSelector;
import dev.cairn.dialect.family.DomainAddressing;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.signature.AwsRecogniser;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.obs.ObsAuthenticator;
import dev.cairn.dialect.obs.ObsDialect;
import dev.cairn.dialect.obs.ObsDomains;
import dev.cairn.dialect.obs.ObsForm;
import dev.cairn.dialect.obs.ObsRecogniser;
import dev.cairn.dialect.oss.OssAuthenticator;
import dev.cairn.dialect.oss.OssDialect;
import dev.cairn.dialect.oss.OssDomains;
import dev.cairn.dialect.oss.OssRecogniser;
import dev.cairn.dialect.s2.S2Authenticator;
import dev.cairn.dialect.s2.S2Dialect;
import dev.cairn.dialect.s2.S2Domains;
import dev.cairn.dialect.s2.S2Recogniser;
import dev.cairn.dialect.s3.S3Authenticator;
import dev.cairn.dialect.s3.S3Dialect;
import dev.cairn.dialect.s3.S3Domains;
import dev.cairn.dialect.sts.StsAuthenticator;
import dev.cairn.dialect.sts.StsDialect;
import dev.cairn.gateway.AccessLog;
import dev.cairn.gateway.Gateway;
import dev.cairn.gateway.GatewayMetrics;
import dev.cairn.gateway.GatewaySettings;
import dev.cairn.gateway.LimitSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The dialects that are spoken, and the gateway that speaks them. */
@Unremovable
final class DialectsAssembly {

  @Produces
  @Singleton
  DialectSelector dialects(
      Credentials credentials, InstantSource clock, DigestThreads worker, Settings settings) {
    return new DialectSelector(
        List.of(
            sts(credentials, clock, settings),
            s2(credentials, clock, worker, settings),
            oss(credentials, clock, settings),
            obs(ObsForm.S3, credentials, clock, worker, settings),
            obs(ObsForm.NATIVE, credentials, clock, worker, settings),
            s3(credentials, clock, worker, settings)));
  }

  private static Dialect sts(Credentials credentials, InstantSource clock, Settings settings) {
    Settings.Domains domains = settings.domains();
    Domains s2 = new Domains(domains.s2().orElse(S2Domains.DEFAULTS));
    return StsDialect.create(
        List.of(
            new Domains(domains.s3().orElse(S3Domains.DEFAULTS)),
            s2,
            new Domains(domains.obs().orElse(ObsDomains.DEFAULTS)),
            new Domains(domains.oss().orElse(OssDomains.DEFAULTS))),
        s2,
        new StsAuthenticator(settings.region(), s2, credentials, clock),
        clock);
  }

  private static Dialect s3(
      Credentials credentials, InstantSource clock, DigestThreads worker, Settings settings) {
    List<String> own = settings.domains().s3().orElse(S3Domains.DEFAULTS);
    // OSS takes requests in S3's words too, at its own hosts.
    List<String> ofOss = settings.domains().oss().orElse(OssDomains.DEFAULTS);
    Domains addressed = new Domains(Stream.concat(own.stream(), ofOss.stream()).toList());
    Authenticator authenticator =
        S3Authenticator.create(
            new SignatureSettings(settings.region(), settings.legacySignatures()),
            credentials,
            clock,
            worker);
    return S3Dialect.create(
        new AwsRecogniser(new Domains(own)),
        new DomainAddressing(addressed),
        authenticator,
        settings.region(),
        clock);
  }

  private static Dialect s2(
      Credentials credentials, InstantSource clock, DigestThreads worker, Settings settings) {
    Domains domains = new Domains(settings.domains().s2().orElse(S2Domains.DEFAULTS));
    return S2Dialect.create(
        new S2Recogniser(domains),
        new DomainAddressing(domains),
        S2Authenticator.create(settings.legacySignatures(), credentials, clock, worker),
        settings.region(),
        settings.strictPages(),
        clock);
  }

  private static Dialect oss(Credentials credentials, InstantSource clock, Settings settings) {
    Domains domains = new Domains(settings.domains().oss().orElse(OssDomains.DEFAULTS));
    SignatureSettings signatures =
        new SignatureSettings(settings.region(), settings.legacySignatures());
    return OssDialect.create(
        new OssRecogniser(domains),
        new DomainAddressing(domains),
        new OssAuthenticator(signatures, credentials, clock),
        settings.region(),
        clock);
  }

  private static Dialect obs(
      ObsForm form,
      Credentials credentials,
      InstantSource clock,
      DigestThreads worker,
      Settings settings) {
    Domains domains = new Domains(settings.domains().obs().orElse(ObsDomains.DEFAULTS));
    Authenticator authenticator =
        ObsAuthenticator.create(
            form,
            new SignatureSettings(settings.region(), settings.legacySignatures()),
            credentials,
            clock,
            worker);
    return ObsDialect.create(
        form,
        new ObsRecogniser(form, domains),
        new DomainAddressing(domains),
        authenticator,
        settings.region(),
        settings.strictPages(),
        clock);
  }

  @Produces
  @Singleton
  Gateway gateway(
      DialectSelector dialects,
      Operations operations,
      Gatekeeper gatekeeper,
      SlabPool slabs,
      GatewaySettings bodies,
      LimitSettings limits,
      MeterRegistry meters) {
    return new Gateway(
        dialects,
        operations,
        gatekeeper,
        slabs,
        new Gateway.Limits(
            bodies.timeout(),
            Math.toIntExact(limits.documents().asLongValue()),
            Math.toIntExact(limits.formFields().asLongValue())),
        new AccessLog(),
        new GatewayMetrics(meters));
  }
}
