package dev.cairn.admin;

import dev.cairn.core.access.AccessKeyMaker;
import dev.cairn.core.access.AccessKeyRules;
import dev.cairn.core.access.AccountCatalog;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The accounts. */
@Path("/-/admin/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RootOnly
public class AccountsResource {

  /** What an account shows. */
  public record AccountView(String id, String displayName, String email) {
    static AccountView of(Account account) {
      return new AccountView(account.id().value(), account.displayName(), account.email());
    }
  }

  /** All accounts. */
  public record AccountList(List<AccountView> accounts) {}

  /** An account that is wanted; an id is made where none is given. */
  public record NewAccount(String id, String displayName, String email) {}

  private final AccountCatalog accounts;
  private final AccessKeyMaker maker;
  private final AccountId root;

  public AccountsResource(AccountCatalog accounts, AccessKeyMaker maker, RootLogin login) {
    this.accounts = accounts;
    this.maker = maker;
    this.root = login.account();
  }

  @GET
  public Uni<AccountList> list() {
    return accounts
        .listAccounts()
        .map(all -> new AccountList(all.stream().map(AccountView::of).toList()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(NewAccount wanted) {
    if (wanted == null) {
      throw new AdminRefusal(400, "MalformedJson", "Send an account, at least {}.");
    }
    Account account =
        AccessKeyRules.account(
            Optional.ofNullable(wanted.id()).orElseGet(maker::newAccountId),
            Optional.ofNullable(wanted.displayName()).orElse(""),
            Optional.ofNullable(wanted.email()).orElse(""));
    return accounts.createAccount(account).map(made -> created(account, made));
  }

  private static Response created(Account account, boolean made) {
    if (!made) {
      throw new AdminRefusal(
          409, "AccountAlreadyExists", "There is an account " + account.id() + " already.");
    }
    return Response.created(URI.create("/-/admin/v1/accounts/" + account.id()))
        .entity(AccountView.of(account))
        .build();
  }

  @GET
  @Path("/{id}")
  public Uni<AccountView> get(@PathParam("id") String id) {
    return accounts
        .findAccount(AccessKeyRules.accountId(id))
        .map(found -> AccountView.of(found.orElseThrow(() -> AdminRefusal.noSuchAccount(id))));
  }

  @DELETE
  @Path("/{id}")
  public Uni<Void> delete(@PathParam("id") String id) {
    AccountId account = AccessKeyRules.accountId(id);
    if (account.equals(root)) {
      throw AdminRefusal.rootAccount();
    }
    return accounts
        .deleteAccount(account)
        .invoke(
            outcome -> {
              switch (outcome) {
                case DELETED -> {}
                case NO_SUCH_ACCOUNT -> throw AdminRefusal.noSuchAccount(id);
                case OWNS_BUCKETS ->
                    throw new AdminRefusal(
                        409, "AccountOwnsBuckets", "The account has buckets: delete them first.");
              }
            })
        .replaceWithVoid();
  }
}
