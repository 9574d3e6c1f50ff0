package dev.cairn.core.access;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Session.Identity;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Begins a session for the account itself. */
public final class GetSessionTokenHandler implements Handler<GetSessionToken, IssuedSession> {
  private final SessionIssuer issuer;

  public GetSessionTokenHandler(SessionIssuer issuer) {
    this.issuer = issuer;
  }

  @Override
  public Class<GetSessionToken> input() {
    return GetSessionToken.class;
  }

  @Override
  public Uni<IssuedSession> handle(Call call, GetSessionToken input) {
    SessionIssuer.requireLongLivedKey(call, "GetSessionToken");
    return issuer.issue(call, new Identity.Self(), List.of(), issuer.endOf(input.duration()));
  }
}
