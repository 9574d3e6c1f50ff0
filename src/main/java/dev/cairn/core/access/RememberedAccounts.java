package dev.cairn.core.access;

import dev.cairn.core.Remembered;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalog whose keys are not looked up, and their secrets not decrypted, for every request. */
public final class RememberedAccounts implements AccountCatalog {
  private final AccountCatalog catalog;
  private final Remembered.Epoch epoch;
  private final Remembered<String, AccessKey> keys;

  /**
   * @param maxAge how long a change that another process makes may go unnoticed
   */
  public RememberedAccounts(AccountCatalog catalog, Remembered.Epoch epoch, Duration maxAge) {
    this.catalog = catalog;
    this.epoch = epoch;
    this.keys = new Remembered<>(catalog::findKey, epoch, maxAge);
  }

  @Override
  public Uni<Optional<AccessKey>> findKey(String accessKeyId) {
    return keys.find(accessKeyId);
  }

  @Override
  public Uni<Optional<Account>> findAccount(AccountId id) {
    return catalog.findAccount(id);
  }

  @Override
  public Uni<List<Account>> findAccounts(Set<AccountId> ids) {
    return catalog.findAccounts(ids);
  }

  @Override
  public Uni<List<Account>> findAccountsByEmail(Set<String> emails) {
    return catalog.findAccountsByEmail(emails);
  }

  @Override
  public Uni<List<Account>> listAccounts() {
    return catalog.listAccounts();
  }

  @Override
  public Uni<Void> putAccount(Account account) {
    return epoch.endingWith(catalog.putAccount(account));
  }

  @Override
  public Uni<Boolean> createAccount(Account account) {
    return epoch.endingWith(catalog.createAccount(account));
  }

  @Override
  public Uni<DeleteAccountOutcome> deleteAccount(AccountId id) {
    return epoch.endingWith(catalog.deleteAccount(id));
  }

  @Override
  public Uni<List<AccessKey>> listKeys(AccountId account) {
    return catalog.listKeys(account);
  }

  @Override
  public Uni<Boolean> putKey(AccessKey key) {
    return epoch.endingWith(catalog.putKey(key));
  }

  @Override
  public Uni<Boolean> deleteKey(AccountId account, String accessKeyId) {
    return epoch.endingWith(catalog.deleteKey(account, accessKeyId));
  }
}
