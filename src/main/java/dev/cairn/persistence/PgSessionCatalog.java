package dev.cairn.persistence;

import dev.cairn.core.access.SessionCatalog;
import dev.cairn.core.access.TemporaryKey;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Session;
import dev.cairn.model.Session.Identity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Sessions in PostgreSQL; secrets are encrypted, tokens are not kept. */
public final class PgSessionCatalog implements SessionCatalog {
  // The key that is gone makes no row: the session would end before it began.
  private static final String CREATE =
      """
      INSERT INTO sessions
        (id, account_id, issuer, secret, token_digest, role, name, policies, expires_at)
      SELECT $1, k.account_id, k.id, $4, $5, $6, $7, $8, $9
      FROM access_keys k WHERE k.id = $2 AND k.account_id = $3
      FOR KEY SHARE
      ON CONFLICT DO NOTHING
      """;

  private static final String FIND =
      """
      SELECT s.id, s.issuer, s.secret, s.token_digest, s.role, s.name, s.policies, s.expires_at,
        a.id AS account, a.display_name, a.email
      FROM sessions s JOIN accounts a ON a.id = s.account_id
      WHERE s.id = $1
      """;

  private static final String FORGET = "DELETE FROM sessions WHERE expires_at < $1";

  private final Database database;
  private final SecretCipher cipher;

  public PgSessionCatalog(Database database, SecretsKey key) {
    this.database = database;
    this.cipher = new SecretCipher(key);
  }

  @Override
  public Uni<Boolean> create(TemporaryKey temporary) {
    AccessKey key = temporary.key();
    Session session = temporary.session();
    return database
        .runInTransaction(
            CREATE,
            Tuple.from(
                Arrays.asList(
                    key.id(),
                    session.issuer(),
                    key.account().id().value(),
                    Buffer.buffer(cipher.encrypt(key.id(), key.secret())),
                    Buffer.buffer(temporary.tokenDigest()),
                    role(session.identity()),
                    name(session.identity()),
                    PolicyJson.of(session.policies()),
                    Rows.timestamp(session.expiresAt()))))
        .map(rows -> rows.rowCount() > 0);
  }

  @Override
  public Uni<Optional<TemporaryKey>> find(String accessKeyId) {
    return database
        .read(FIND, Tuple.of(accessKeyId))
        .map(rows -> rows.stream().findFirst().map(this::key));
  }

  @Override
  public Uni<Integer> forgetExpired(Instant before) {
    return database.run(FORGET, Tuple.of(Rows.timestamp(before))).map(SqlResult::rowCount);
  }

  private TemporaryKey key(Row row) {
    String id = row.getString("id");
    Account account =
        new Account(
            new AccountId(row.getString("account")),
            row.getString("display_name"),
            row.getString("email"));
    return new TemporaryKey(
        new AccessKey(id, cipher.decrypt(id, row.getBuffer("secret").getBytes()), account),
        row.getBuffer("token_digest").getBytes(),
        new Session(
            row.getString("issuer"),
            identity(row.getString("role"), row.getString("name")),
            PolicyJson.policies(row.getJsonArray("policies")),
            Rows.instant(row, "expires_at")));
  }

  private static String role(Identity identity) {
    return identity instanceof Identity.AssumedRole assumed ? assumed.role() : null;
  }

  private static String name(Identity identity) {
    return switch (identity) {
      case Identity.Self() -> null;
      case Identity.AssumedRole(String role, String name) -> name;
      case Identity.Federated(String name) -> name;
    };
  }

  private static Identity identity(String role, String name) {
    if (name == null) {
      return new Identity.Self();
    }
    return role == null ? new Identity.Federated(name) : new Identity.AssumedRole(role, name);
  }
}
