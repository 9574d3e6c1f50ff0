package dev.cairn.boot;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.core.bucket.BucketSettings;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts into the database what the settings want there. Done at every start and by every replica:
 * what is there already stays, and two that start at once do not disturb each other.
 */
final class StartTasks {

  private final AccountCatalog accounts;
  private final BucketCatalog buckets;

  StartTasks(AccountCatalog accounts, BucketCatalog buckets) {
    this.accounts = accounts;
    this.buckets = buckets;
  }

  /**
   * All of them, in order.
   *
   * @param root the one key that the root account has from now on
   */
  Uni<Void> run(AccessKey root, Optional<AccountsFile> file, List<BucketName> wanted) {
    Uni<Void> all = root(root);
    for (AccountsFile.Entry entry : file.map(AccountsFile::entries).orElse(List.of())) {
      all = all.chain(() -> account(entry));
    }
    for (BucketName bucket : wanted) {
      all = all.chain(() -> bucket(bucket, root.account()));
    }
    return all;
  }

  /** Root's credentials replace earlier ones, which would otherwise be good for ever. */
  private Uni<Void> root(AccessKey root) {
    Account account = root.account();
    return accounts
        .putAccount(account)
        .chain(() -> accounts.listKeys(account.id()))
        // Before anything is encrypted anew: no secret that is there could be read any more.
        .onFailure(IllegalStateException.class)
        .transform(e -> SettingsReader.refused("cairn.secrets-key", e.getMessage()))
        .call(() -> put(root, "CAIRN_ROOT_ACCESS_KEY_ID"))
        .flatMap(earlier -> removeAllBut(root, earlier));
  }

  private Uni<Void> removeAllBut(AccessKey root, List<AccessKey> earlier) {
    Uni<Void> removed = Uni.createFrom().voidItem();
    for (AccessKey key : earlier) {
      if (!key.id().equals(root.id())) {
        removed =
            removed.chain(
                () -> accounts.deleteKey(root.account().id(), key.id()).replaceWithVoid());
      }
    }
    return removed;
  }

  private Uni<Void> account(AccountsFile.Entry entry) {
    Uni<Void> done = accounts.putAccount(entry.account());
    for (AccessKey key : entry.keys()) {
      done = done.chain(() -> put(key, "CAIRN_ACCOUNTS_FILE"));
    }
    return done;
  }

  private Uni<Void> put(AccessKey key, String variable) {
    return accounts
        .putKey(key)
        .invoke(
            put -> {
              if (!put) {
                throw new StartException(
                    variable + ": access key " + key.id() + " belongs to another account");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> bucket(BucketName name, Account root) {
    return buckets
        .find(name)
        .flatMap(found -> orElse(found, () -> buckets.create(name, root, BucketSettings.in(""))))
        // Another replica was faster.
        .flatMap(made -> orElse(made, () -> buckets.find(name)))
        .invoke(found -> refuseUnlessRoots(name, found, root))
        .replaceWithVoid();
  }

  private static Uni<Optional<Bucket>> orElse(
      Optional<Bucket> bucket, Supplier<Uni<Optional<Bucket>>> other) {
    return bucket.isPresent() ? Uni.createFrom().item(bucket) : other.get();
  }

  private static void refuseUnlessRoots(BucketName name, Optional<Bucket> found, Account root) {
    if (found.filter(bucket -> bucket.owner().id().equals(root.id())).isEmpty()) {
      throw new StartException("CAIRN_BUCKETS: bucket " + name + " belongs to another account");
    }
  }
}
