package dev.cairn.dialect.family.signature;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.access.Credentials;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalog of one account with one key, that of AWS's examples where nobody says another. */
public final class OneAccount implements AccountCatalog {
  public static final String ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE";
  public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  private static final Account ACCOUNT = new Account(new AccountId("one"), "One", "");

  private final AccessKey key;
  private int lookUps;

  public OneAccount() {
    this(ACCESS_KEY_ID, SECRET);
  }

  public OneAccount(String accessKeyId, String secret) {
    this.key = new AccessKey(accessKeyId, secret, ACCOUNT);
  }

  /** It, and no temporary keys. */
  public Credentials credentials() {
    return new Credentials(this, TemporaryKeys.NONE, InstantSource.system());
  }

  /** How often a key was asked for. */
  public int lookUps() {
    return lookUps;
  }

  @Override
  public Uni<Optional<AccessKey>> findKey(String accessKeyId) {
    lookUps++;
    return Uni.createFrom().item(Optional.of(key).filter(k -> k.id().equals(accessKeyId)));
  }

  @Override
  public Uni<Optional<Account>> findAccount(AccountId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<List<Account>> findAccounts(Set<AccountId> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<List<Account>> findAccountsByEmail(Set<String> emails) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<List<Account>> listAccounts() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<Void> putAccount(Account account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<Boolean> createAccount(Account account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<DeleteAccountOutcome> deleteAccount(AccountId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<List<AccessKey>> listKeys(AccountId account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<Boolean> putKey(AccessKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<Boolean> deleteKey(AccountId account, String accessKeyId) {
    throw new UnsupportedOperationException();
  }
}
