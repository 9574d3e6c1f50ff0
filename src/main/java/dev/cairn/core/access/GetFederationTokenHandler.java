package dev.cairn.core.access;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Session.Identity;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Begins a session in the name of a user of the application's. */
public final class GetFederationTokenHandler implements Handler<GetFederationToken, IssuedSession> {
  private final SessionIssuer issuer;

  public GetFederationTokenHandler(SessionIssuer issuer) {
    this.issuer = issuer;
  }

  @Override
  public Class<GetFederationToken> input() {
    return GetFederationToken.class;
  }

  @Override
  public Uni<IssuedSession> handle(Call call, GetFederationToken input) {
    SessionIssuer.requireLongLivedKey(call, "GetFederationToken");
    return issuer.issue(
        call,
        new Identity.Federated(input.name()),
        List.of(input.policy()),
        issuer.endOf(input.duration()));
  }
}
