package dev.cairn.dialect.obs;

import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.DomainAddressing;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.signature.OneAccount;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.protocol.RawRequest;
import java.time.Instant;
import java.time.InstantSource;

/** A signed request, and what an authenticator of OBS makes of it. */
final class ObsSigned {
  static final String HOST = "bucket.obs.localhost:9000";

  private ObsSigned() {}

  static Authentication authenticate(ObsForm form, Wire wire, String now) {
    return authenticate(form, wire, now, SignatureSettings.DEFAULT);
  }

  static Authentication authenticate(
      ObsForm form, Wire wire, String now, SignatureSettings settings) {
    Authenticator authenticator =
        ObsAuthenticator.create(
            form,
            settings,
            new OneAccount().credentials(),
            InstantSource.fixed(Instant.parse(now)),
            Runnable::run);
    RawRequest raw = wire.raw();
    RequestHead head =
        new RequestHead(
            raw,
            new DomainAddressing(new Domains(ObsDomains.DEFAULTS)).locate(raw),
            Operation.GetObject,
            authenticator.effectiveHeaders(raw));
    return authenticator.authenticate(head).await().indefinitely();
  }
}
