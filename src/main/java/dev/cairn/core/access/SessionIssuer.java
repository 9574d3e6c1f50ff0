package dev.cairn.core.access;

import dev.cairn.core.Call;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.Session;
import dev.cairn.model.Session.Identity;
import dev.cairn.model.SessionPolicy;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes temporary credentials and records them. */
public final class SessionIssuer {
  private final SessionCatalog sessions;
  private final AccessKeyMaker maker;
  private final InstantSource clock;

  public SessionIssuer(SessionCatalog sessions, AccessKeyMaker maker, InstantSource clock) {
    this.sessions = sessions;
    this.maker = maker;
    this.clock = clock;
  }

  /** When a session that begins now and lasts this long ends; answers show whole seconds. */
  Instant endOf(Duration duration) {
    return clock.instant().plus(duration).truncatedTo(ChronoUnit.SECONDS);
  }

  Uni<IssuedSession> issue(
      Call call, Identity identity, List<SessionPolicy> policies, Instant expiresAt) {
    Caller.Authenticated caller = call.known();
    String issuer = caller.session().map(Session::issuer).orElse(caller.accessKeyId());
    AccessKey key = new AccessKey(maker.newId(), maker.newSecret(), caller.account());
    String token = maker.newToken();
    Session session = new Session(issuer, identity, policies, expiresAt);
    return sessions
        .create(TemporaryKey.with(key, token, session))
        .map(
            created -> {
              if (!created) {
                // The key was deleted since it was looked up; ids are not made twice.
                throw new Failure.UnknownAccessKey(issuer).exception();
              }
              return new IssuedSession(key, token, session);
            });
  }

  /** A session cannot prolong itself: some actions are for long-lived keys only. */
  static void requireLongLivedKey(Call call, String action) {
    if (call.caller().findSession().isPresent()) {
      throw new Failure.AccessDenied("Cannot call " + action + " with session credentials")
          .exception();
    }
  }
}
