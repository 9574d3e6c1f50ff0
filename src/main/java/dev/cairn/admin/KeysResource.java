package dev.cairn.admin;

import dev.cairn.core.access.AccessKeyMaker;
import dev.cairn.core.access.AccessKeyRules;
import dev.cairn.core.access.AccountCatalog;
import dev.cairn.model.AccessKey;
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

/** The access keys of an account. A secret is shown once, by the answer that makes it. */
@Path("/-/admin/v1/accounts/{account}/keys")
@Produces(MediaType.APPLICATION_JSON)
@RootOnly
public class KeysResource {

  /** What a key shows. */
  public record KeyView(String accessKeyId) {}

  /** All keys of an account. */
  public record KeyList(List<KeyView> keys) {}

  /** A key that is wanted; what is not given is made. */
  public record NewKey(String accessKeyId, String secretAccessKey) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "NewKey[" + accessKeyId + "]";
    }
  }

  /** A key that has just been made. */
  public record MadeKey(String accessKeyId, String secretAccessKey) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "MadeKey[" + accessKeyId + "]";
    }
  }

  private final AccountCatalog accounts;
  private final AccessKeyMaker maker;
  private final AccountId root;

  public KeysResource(AccountCatalog accounts, AccessKeyMaker maker, RootLogin login) {
    this.accounts = accounts;
    this.maker = maker;
    this.root = login.account();
  }

  @GET
  public Uni<KeyList> list(@PathParam("account") String account) {
    return existing(account)
        .flatMap(owner -> accounts.listKeys(owner.id()))
        .map(keys -> new KeyList(keys.stream().map(key -> new KeyView(key.id())).toList()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(@PathParam("account") String account, NewKey wanted) {
    NewKey given = wanted == null ? new NewKey(null, null) : wanted;
    return ordinary(account).flatMap(owner -> create(owner, given));
  }

  private Uni<Response> create(Account owner, NewKey given) {
    AccessKey key =
        AccessKeyRules.key(
            Optional.ofNullable(given.accessKeyId()).orElseGet(maker::newId),
            Optional.ofNullable(given.secretAccessKey()).orElseGet(maker::newSecret),
            owner);
    return accounts.putKey(key).map(put -> created(key, put));
  }

  private static Response created(AccessKey key, boolean put) {
    if (!put) {
      throw new AdminRefusal(
          409, "AccessKeyAlreadyExists", "The access key id belongs to another account.");
    }
    URI place = URI.create("/-/admin/v1/accounts/" + key.account().id() + "/keys/" + key.id());
    return Response.created(place)
        .header("Cache-Control", "no-store")
        .entity(new MadeKey(key.id(), key.secret()))
        .build();
  }

  @DELETE
  @Path("/{key}")
  public Uni<Void> delete(@PathParam("account") String account, @PathParam("key") String key) {
    return ordinary(account)
        .flatMap(owner -> accounts.deleteKey(owner.id(), key))
        .invoke(
            deleted -> {
              if (!deleted) {
                throw new AdminRefusal(404, "NoSuchAccessKey", "The account has no such key.");
              }
            })
        .replaceWithVoid();
  }

  /** An account other than root's, whose key is a setting. */
  private Uni<Account> ordinary(String id) {
    if (AccessKeyRules.accountId(id).equals(root)) {
      throw AdminRefusal.rootAccount();
    }
    return existing(id);
  }

  private Uni<Account> existing(String id) {
    return accounts
        .findAccount(AccessKeyRules.accountId(id))
        .map(found -> found.orElseThrow(() -> AdminRefusal.noSuchAccount(id)));
  }
}
