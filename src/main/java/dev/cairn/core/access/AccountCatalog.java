package dev.cairn.core.access;

import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts and their access keys. Secrets are encrypted at rest. */
public interface AccountCatalog {
  Uni<Optional<AccessKey>> findKey(String accessKeyId);

  Uni<Optional<Account>> findAccount(AccountId id);

  /** The accounts of these ids, those that there are. */
  Uni<List<Account>> findAccounts(Set<AccountId> ids);

  /** The accounts that have one of these addresses, whatever their letter case. */
  Uni<List<Account>> findAccountsByEmail(Set<String> emails);

  Uni<List<Account>> listAccounts();

  /** Makes the account, or sets the names of the one that has this id. */
  Uni<Void> putAccount(Account account);

  /** False when an account with this id exists. */
  Uni<Boolean> createAccount(Account account);

  /** Deletes an account with its keys. */
  Uni<DeleteAccountOutcome> deleteAccount(AccountId id);

  /** Keys of an account, secrets included; callers show them once, at creation. */
  Uni<List<AccessKey>> listKeys(AccountId account);

  /**
   * Makes the key or, where the account has one with this id, sets its secret. False when the id
   * belongs to another account.
   */
  Uni<Boolean> putKey(AccessKey key);

  /** False when the account has no such key. */
  Uni<Boolean> deleteKey(AccountId account, String accessKeyId);

  /** What became of {@link #deleteAccount}. */
  enum DeleteAccountOutcome {
    DELETED,
    NO_SUCH_ACCOUNT,
    OWNS_BUCKETS
  }
}
