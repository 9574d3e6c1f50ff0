package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.OWNER;
import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.access.SessionCatalog;
import dev.cairn.core.access.TemporaryKey;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Session;
import dev.cairn.model.Session.Identity;
import dev.cairn.model.SessionPolicy;
import dev.cairn.model.SessionPolicy.Condition;
import dev.cairn.model.SessionPolicy.Effect;
import dev.cairn.model.SessionPolicy.Names;
import dev.cairn.model.SessionPolicy.Statement;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PgSessionCatalogTest {
  private static final SecretsKey SECRETS = new SecretsKey(new byte[32]);
  private static final Instant END = Instant.now().plusSeconds(900).truncatedTo(ChronoUnit.MICROS);
  private static final SessionPolicy POLICY =
      new SessionPolicy(
          List.of(
              new Statement(
                  Effect.ALLOW,
                  new Names(false, List.of("s3:Get*", "s3:List?")),
                  new Names(true, List.of("arn:aws:s3:::secret/*"))),
              new Statement(
                  Effect.DENY,
                  new Names(true, List.of("s3:*")),
                  new Names(false, List.of("*")),
                  List.of(new Condition("s3:prefix", true, false, List.of("a", "b"))))));

  private static TestDatabase database;
  private static Mutiny.SessionFactory factory;
  private static AccountCatalog accounts;
  private static SessionCatalog sessions;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    factory = TestSessions.on(database.url());
    accounts =
        new PgAccountCatalog(
            new Sessions(factory, database.database()), SECRETS, InstantSource.system());
    sessions = new PgSessionCatalog(database.database(), SECRETS);
  }

  @AfterAll
  static void close() {
    factory.close();
    database.close();
  }

  private static AccessKey newKey(Account account) {
    AccessKey key = new AccessKey("AKID" + UUID.randomUUID(), "secret/of+a=key", account);
    assertThat(await(accounts.putKey(key))).isTrue();
    return key;
  }

  private static TemporaryKey temporary(AccessKey issuer, Session session) {
    AccessKey key = new AccessKey("TEMP" + UUID.randomUUID(), "its own secret", issuer.account());
    return TemporaryKey.with(key, "token-in-the-clear", session);
  }

  private static TemporaryKey temporary(AccessKey issuer, Instant end) {
    return temporary(issuer, new Session(issuer.id(), new Identity.Self(), List.of(), end));
  }

  static Stream<Identity> identities() {
    return Stream.of(
        new Identity.Self(),
        new Identity.AssumedRole("role", "name"),
        new Identity.Federated("bob"));
  }

  @ParameterizedTest
  @MethodSource("identities")
  void findsWhatWasCreated(Identity identity) {
    AccessKey issuer = newKey(OWNER);
    TemporaryKey key =
        temporary(
            issuer,
            new Session(issuer.id(), identity, List.of(POLICY, SessionPolicy.NOTHING), END));

    boolean created = await(sessions.create(key));

    assertThat(created).isTrue();
    assertThat(await(sessions.find(key.key().id()))).contains(key);
    assertThat(await(sessions.find("TEMPUNKNOWN"))).isEmpty();
  }

  @Test
  void createsNothingTwiceAndNothingForAKeyThatIsGone() {
    AccessKey issuer = newKey(OWNER);
    TemporaryKey key = temporary(issuer, END);
    await(sessions.create(key));

    boolean again = await(sessions.create(key));
    await(accounts.deleteKey(OWNER.id(), issuer.id()));
    boolean afterwards = await(sessions.create(temporary(issuer, END)));

    assertThat(again).isFalse();
    assertThat(afterwards).isFalse();
  }

  @Test
  void storesNeitherSecretNorTokenInTheClear() {
    TemporaryKey key = temporary(newKey(OWNER), END);
    await(sessions.create(key));

    Row row =
        database
            .run("SELECT sessions::text AS all FROM sessions WHERE id = $1", key.key().id())
            .getFirst();

    assertThat(row.getString(0)).contains(key.key().id());
    assertThat(row.getString(0))
        .doesNotContain(hex("its own secret"))
        .doesNotContain(hex("token-in-the-clear"))
        .doesNotContain("token-in");
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void endsWithItsKey() {
    AccessKey issuer = newKey(OWNER);
    TemporaryKey key = temporary(issuer, END);
    TemporaryKey other = temporary(newKey(OWNER), END);
    await(sessions.create(key));
    await(sessions.create(other));

    await(accounts.deleteKey(OWNER.id(), issuer.id()));

    assertThat(await(sessions.find(key.key().id()))).isEmpty();
    assertThat(await(sessions.find(other.key().id()))).isPresent();
  }

  @Test
  void endsWithItsAccount() {
    Account account = new Account(new AccountId("account-" + UUID.randomUUID()), "", "");
    await(accounts.createAccount(account));
    TemporaryKey key = temporary(newKey(account), END);
    await(sessions.create(key));

    await(accounts.deleteAccount(account.id()));

    assertThat(await(sessions.find(key.key().id()))).isEmpty();
  }

  @Test
  void forgetsOnlyWhatExpiredBefore() {
    AccessKey issuer = newKey(OWNER);
    Instant limit = Instant.parse("2020-01-01T00:00:00Z");
    TemporaryKey old = temporary(issuer, limit.minusSeconds(1));
    TemporaryKey young = temporary(issuer, limit);
    await(sessions.create(old));
    await(sessions.create(young));

    int forgotten = await(sessions.forgetExpired(limit));

    assertThat(forgotten).isOne();
    assertThat(await(sessions.find(old.key().id()))).isEmpty();
    assertThat(await(sessions.find(young.key().id()))).isPresent();
  }
}
