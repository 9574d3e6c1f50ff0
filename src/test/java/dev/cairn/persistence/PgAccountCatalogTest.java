package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.OWNER;
import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.access.AccountCatalog.DeleteAccountOutcome;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PgAccountCatalogTest {
  private static final SecretsKey SECRETS = new SecretsKey(new byte[32]);

  private static TestDatabase database;
  private static Mutiny.SessionFactory sessions;
  private static AccountCatalog catalog;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    sessions = TestSessions.on(database.url());
    catalog =
        new PgAccountCatalog(
            new Sessions(sessions, database.database()), SECRETS, InstantSource.system());
  }

  @AfterAll
  static void close() {
    sessions.close();
    database.close();
  }

  private static Account newAccount() {
    Account account =
        new Account(new AccountId("account-" + UUID.randomUUID()), "A Name", "a@example.org");
    assertThat(await(catalog.createAccount(account))).isTrue();
    return account;
  }

  private static AccessKey newKey(Account account) {
    AccessKey key = new AccessKey("AKID" + UUID.randomUUID(), "secret/of+a=key", account);
    assertThat(await(catalog.putKey(key))).isTrue();
    return key;
  }

  @Test
  void createsAnAccountOnce() {
    Account account = newAccount();
    Account other = new Account(account.id(), "Another", "");

    boolean again = await(catalog.createAccount(other));

    assertThat(again).isFalse();
    assertThat(await(catalog.findAccount(account.id()))).contains(account);
    assertThat(await(catalog.findAccount(new AccountId("nobody")))).isEmpty();
  }

  @Test
  void setsTheNamesOfAnAccount() {
    Account account = newAccount();
    Account renamed = new Account(account.id(), "Another", "");
    Account made = new Account(new AccountId("put-" + UUID.randomUUID()), "", "");

    await(catalog.putAccount(renamed));
    await(catalog.putAccount(made));

    assertThat(await(catalog.findAccount(account.id()))).contains(renamed);
    assertThat(await(catalog.findAccount(made.id()))).contains(made);
    assertThat(await(catalog.listAccounts())).contains(OWNER, renamed, made);
  }

  @Test
  void findsAccountsByTheirIdsAndAddresses() {
    String address = "Some.Body-" + UUID.randomUUID() + "@example.org";
    Account one = new Account(new AccountId("one-" + UUID.randomUUID()), "", address);
    Account two =
        new Account(
            new AccountId("two-" + UUID.randomUUID()), "", address.toUpperCase(Locale.ROOT));
    await(catalog.putAccount(one));
    await(catalog.putAccount(two));

    assertThat(await(catalog.findAccounts(Set.of(one.id(), two.id(), new AccountId("nobody")))))
        .containsExactlyInAnyOrder(one, two);
    assertThat(await(catalog.findAccountsByEmail(Set.of(address, "nobody@example.org"))))
        .containsExactlyInAnyOrder(one, two);
  }

  @Test
  void findsAKeyWithItsAccount() {
    Account account = newAccount();
    AccessKey key = newKey(account);

    AccessKey found = await(catalog.findKey(key.id())).orElseThrow();

    assertThat(found).isEqualTo(key);
    assertThat(await(catalog.findKey("AKIDUNKNOWN"))).isEmpty();
  }

  @Test
  void storesNoSecretInTheClear() {
    AccessKey key = newKey(newAccount());

    byte[] stored =
        database
            .run("SELECT secret FROM access_keys WHERE id = $1", key.id())
            .getFirst()
            .getBuffer(0)
            .getBytes();

    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }

  @Test
  void setsTheSecretOfAKey() {
    Account account = newAccount();
    AccessKey key = newKey(account);

    boolean put = await(catalog.putKey(new AccessKey(key.id(), "another", account)));

    assertThat(put).isTrue();
    assertThat(await(catalog.findKey(key.id())).orElseThrow().secret()).isEqualTo("another");
  }

  @Test
  void leavesAKeyToItsAccount() {
    AccessKey key = newKey(newAccount());
    Account other = newAccount();

    boolean put = await(catalog.putKey(new AccessKey(key.id(), "another", other)));

    assertThat(put).isFalse();
    assertThat(await(catalog.deleteKey(other.id(), key.id()))).isFalse();
    assertThat(await(catalog.findKey(key.id()))).contains(key);
  }

  @Test
  void listsAndDeletesKeys() {
    Account account = newAccount();
    AccessKey first = newKey(account);
    AccessKey second = newKey(account);
    newKey(newAccount());

    List<AccessKey> listed = await(catalog.listKeys(account.id()));
    boolean deleted = await(catalog.deleteKey(account.id(), first.id()));

    assertThat(listed).containsExactlyInAnyOrder(first, second);
    assertThat(deleted).isTrue();
    assertThat(await(catalog.listKeys(account.id()))).containsExactly(second);
    assertThat(await(catalog.deleteKey(account.id(), first.id()))).isFalse();
  }

  @Test
  void deletesAnAccountWithItsKeys() {
    Account account = newAccount();
    AccessKey key = newKey(account);

    DeleteAccountOutcome outcome = await(catalog.deleteAccount(account.id()));

    assertThat(outcome).isEqualTo(DeleteAccountOutcome.DELETED);
    assertThat(await(catalog.findKey(key.id()))).isEmpty();
    assertThat(await(catalog.deleteAccount(account.id())))
        .isEqualTo(DeleteAccountOutcome.NO_SUCH_ACCOUNT);
  }

  @Test
  void keepsAnAccountThatOwnsBuckets() {
    database.newBucket();

    DeleteAccountOutcome outcome = await(catalog.deleteAccount(OWNER.id()));

    assertThat(outcome).isEqualTo(DeleteAccountOutcome.OWNS_BUCKETS);
    assertThat(await(catalog.findAccount(OWNER.id()))).contains(OWNER);
  }
}
