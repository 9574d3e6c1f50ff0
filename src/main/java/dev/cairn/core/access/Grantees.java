package dev.cairn.core.access;

import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant;
import dev.cairn.model.Grantee;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up the accounts that access control lists name. */
public final class Grantees {
  private static final int MAXIMUM = 100;

  private final AccountCatalog accounts;

  public Grantees(AccountCatalog accounts) {
    this.accounts = accounts;
  }

  /**
   * The list as it is to be stored: every grantee known, addresses replaced by accounts.
   *
   * <p>Fails with InvalidArgument for an account that there is none of, with UnresolvableGrantee
   * for an address of no account or several, with MalformedAcl for more than 100 grants.
   */
  public Uni<Acl> resolve(Acl acl) {
    if (!(acl instanceof Acl.Granted granted)) {
      return Uni.createFrom().item(acl);
    }
    if (granted.list().size() > MAXIMUM) {
      return Uni.createFrom()
          .failure(new Failure.MalformedAcl("more than " + MAXIMUM + " grants").exception());
    }
    Set<String> addresses = new HashSet<>();
    for (Grant grant : granted.list()) {
      if (grant.grantee() instanceof Grantee.Addressed(String email)) {
        addresses.add(email);
      }
    }
    return accountsOf(granted.list())
        .chain(
            known ->
                byAddress(addresses)
                    .map(
                        addressed ->
                            new Acl.Granted(
                                granted.list().stream()
                                    .map(grant -> resolve(grant, known, addressed))
                                    .toList(),
                                granted.delivered())));
  }

  /** The accounts that these grants name, those that there are. */
  public Uni<Map<AccountId, Account>> accountsOf(List<Grant> grants) {
    Set<AccountId> ids = new HashSet<>();
    for (Grant grant : grants) {
      if (grant.grantee() instanceof Grantee.Known(AccountId account)) {
        ids.add(account);
      }
    }
    return find(ids);
  }

  /** The accounts of these ids, those that there are. */
  public Uni<Map<AccountId, Account>> find(Set<AccountId> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : accounts
            .findAccounts(ids)
            .map(
                found ->
                    found.stream().collect(Collectors.toMap(Account::id, Function.identity())));
  }

  private Uni<Map<String, List<Account>>> byAddress(Set<String> addresses) {
    return addresses.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : accounts
            .findAccountsByEmail(addresses)
            .map(
                found ->
                    found.stream().collect(Collectors.groupingBy(each -> folded(each.email()))));
  }

  private static Grant resolve(
      Grant grant, Map<AccountId, Account> known, Map<String, List<Account>> addressed) {
    return switch (grant.grantee()) {
      case Grantee.Group group -> grant;
      case Grantee.Known(AccountId account) when known.containsKey(account) -> grant;
      case Grantee.Known(AccountId account) ->
          throw new Failure.InvalidArgument("CanonicalUser/ID", account.value(), "Invalid id")
              .exception();
      case Grantee.Addressed(String email) -> {
        List<Account> named = addressed.getOrDefault(folded(email), List.of());
        if (named.size() != 1) {
          throw new Failure.UnresolvableGrantee(email, named.size()).exception();
        }
        yield new Grant(new Grantee.Known(named.getFirst().id()), grant.right(), grant.delivered());
      }
    };
  }

  private static String folded(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
