package dev.cairn.core.access;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Access;
import dev.cairn.model.AccountId;
import dev.cairn.model.Failure;
import dev.cairn.model.Session;
import dev.cairn.model.Session.Identity;
import dev.cairn.model.SessionPolicy;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Begins a session of the caller's account. A session may begin another one, never a wider one. */
public final class AssumeRoleHandler implements Handler<AssumeRole, IssuedSession> {
  private final AccountCatalog accounts;
  private final SessionIssuer issuer;

  public AssumeRoleHandler(AccountCatalog accounts, SessionIssuer issuer) {
    this.accounts = accounts;
    this.issuer = issuer;
  }

  @Override
  public Class<AssumeRole> input() {
    return AssumeRole.class;
  }

  @Override
  public Uni<IssuedSession> handle(Call call, AssumeRole input) {
    if (!call.caller().isLeft(Access.assume(input.role().text()))) {
      return Uni.createFrom().failure(refused(input));
    }
    Identity identity = new Identity.AssumedRole(input.role().name(), input.name());
    return requireOwn(call, input)
        .chain(
            () -> {
              Optional<Session> before = call.caller().findSession();
              Instant end = issuer.endOf(input.duration());
              return issuer.issue(
                  call,
                  identity,
                  policies(before, input.policy()),
                  before.map(Session::expiresAt).filter(end::isAfter).orElse(end));
            });
  }

  /** Many applications bring the account of their cloud; one that is another's here is meant so. */
  private Uni<Void> requireOwn(Call call, AssumeRole input) {
    Optional<AccountId> named =
        input.role().account().filter(id -> !id.equals(call.account().id()));
    if (named.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return accounts
        .findAccount(named.get())
        .invoke(
            other -> {
              if (other.isPresent()) {
                throw refused(input);
              }
            })
        .replaceWithVoid();
  }

  private static List<SessionPolicy> policies(
      Optional<Session> before, Optional<SessionPolicy> policy) {
    List<SessionPolicy> all = new ArrayList<>(before.map(Session::policies).orElse(List.of()));
    policy.ifPresent(all::add);
    return all;
  }

  private static RuntimeException refused(AssumeRole input) {
    Access access = Access.assume(input.role().text());
    return new Failure.AccessDenied(
            "not authorized to perform: " + access.action() + " on resource: " + access.resource())
        .exception();
  }
}
