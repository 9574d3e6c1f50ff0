package dev.cairn.persistence;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.MutationQuery;

/** Accounts and access keys in PostgreSQL, by Hibernate; secrets are encrypted. */
public final class PgAccountCatalog implements AccountCatalog {
  private static final String WITH_ACCOUNT =
      "select k, a from AccessKeyEntity k join AccountEntity a on a.id = k.accountId ";

  private static final String FIND_KEY = WITH_ACCOUNT + "where k.id = :id";

  private static final String LIST_KEYS = WITH_ACCOUNT + "where a.id = :account order by k.id";

  private static final String FIND_ACCOUNTS = "from AccountEntity where id in (:ids)";

  private static final String FIND_ACCOUNTS_BY_EMAIL =
      "from AccountEntity where lower(email) in (:emails)";

  private static final String LIST_ACCOUNTS = "from AccountEntity order by id";

  private static final String INSERT_ACCOUNT =
      "insert into AccountEntity (id, displayName, email, createdAt)"
          + " values (:id, :displayName, :email, :now) on conflict (id) do ";

  private static final String CREATE_ACCOUNT = INSERT_ACCOUNT + "nothing";

  private static final String PUT_ACCOUNT =
      INSERT_ACCOUNT + "update set displayName = :displayName, email = :email";

  private static final String DELETE_ACCOUNT = "delete from AccountEntity where id = :id";

  private static final String PUT_KEY =
      "insert into AccessKeyEntity as k (id, accountId, secret, createdAt)"
          + " values (:id, :account, :secret, :now)"
          + " on conflict (id) do update set secret = :secret where k.accountId = :account";

  private static final String DELETE_KEY =
      "delete from AccessKeyEntity where id = :id and accountId = :account";

  private final Sessions sessions;
  private final SecretCipher cipher;
  private final InstantSource clock;

  public PgAccountCatalog(Sessions sessions, SecretsKey key, InstantSource clock) {
    this.sessions = sessions;
    this.cipher = new SecretCipher(key);
    this.clock = clock;
  }

  @Override
  public Uni<Optional<AccessKey>> findKey(String accessKeyId) {
    return sessions.read(
        session ->
            session
                .createSelectionQuery(FIND_KEY, Object[].class)
                .setParameter("id", accessKeyId)
                .getSingleResultOrNull()
                .map(found -> Optional.ofNullable(found).map(this::key)));
  }

  @Override
  public Uni<Optional<Account>> findAccount(AccountId id) {
    return sessions.read(
        session ->
            session
                .get(AccountEntity.class, id.value())
                .map(found -> Optional.ofNullable(found).map(AccountEntity::toAccount)));
  }

  @Override
  public Uni<List<Account>> findAccounts(Set<AccountId> ids) {
    return find(FIND_ACCOUNTS, "ids", ids.stream().map(AccountId::value).toList());
  }

  @Override
  public Uni<List<Account>> findAccountsByEmail(Set<String> emails) {
    return find(
        FIND_ACCOUNTS_BY_EMAIL,
        "emails",
        emails.stream().map(email -> email.toLowerCase(Locale.ROOT)).toList());
  }

  private Uni<List<Account>> find(String query, String parameter, List<String> values) {
    return sessions.read(
        session ->
            session
                .createSelectionQuery(query, AccountEntity.class)
                .setParameter(parameter, values)
                .getResultList()
                .map(found -> found.stream().map(AccountEntity::toAccount).toList()));
  }

  @Override
  public Uni<List<Account>> listAccounts() {
    return sessions.read(
        session ->
            session
                .createSelectionQuery(LIST_ACCOUNTS, AccountEntity.class)
                .getResultList()
                .map(found -> found.stream().map(AccountEntity::toAccount).toList()));
  }

  @Override
  public Uni<Void> putAccount(Account account) {
    return sessions
        .inTransaction(
            session ->
                withAccount(session.createMutationQuery(PUT_ACCOUNT), account).executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> createAccount(Account account) {
    return sessions
        .inTransaction(
            session ->
                withAccount(session.createMutationQuery(CREATE_ACCOUNT), account).executeUpdate())
        .map(inserted -> inserted > 0);
  }

  private MutationQuery withAccount(MutationQuery query, Account account) {
    return query
        .setParameter("id", account.id().value())
        .setParameter("displayName", account.displayName())
        .setParameter("email", account.email())
        .setParameter("now", clock.instant());
  }

  // Its keys go with it, and its buckets keep it: both by foreign keys.
  @Override
  public Uni<DeleteAccountOutcome> deleteAccount(AccountId id) {
    return sessions
        .inTransaction(
            session ->
                session
                    .createMutationQuery(DELETE_ACCOUNT)
                    .setParameter("id", id.value())
                    .executeUpdate())
        .map(
            deleted ->
                deleted > 0 ? DeleteAccountOutcome.DELETED : DeleteAccountOutcome.NO_SUCH_ACCOUNT)
        .onFailure(DatabaseFailures::isForeignKeyViolation)
        .recoverWithItem(DeleteAccountOutcome.OWNS_BUCKETS);
  }

  @Override
  public Uni<List<AccessKey>> listKeys(AccountId account) {
    return sessions.read(
        session ->
            session
                .createSelectionQuery(LIST_KEYS, Object[].class)
                .setParameter("account", account.value())
                .getResultList()
                .map(found -> found.stream().map(this::key).toList()));
  }

  @Override
  public Uni<Boolean> putKey(AccessKey key) {
    return sessions
        .inTransaction(
            session ->
                session
                    .createMutationQuery(PUT_KEY)
                    .setParameter("id", key.id())
                    .setParameter("account", key.account().id().value())
                    .setParameter("secret", cipher.encrypt(key.id(), key.secret()))
                    .setParameter("now", clock.instant())
                    .executeUpdate())
        .map(put -> put > 0);
  }

  @Override
  public Uni<Boolean> deleteKey(AccountId account, String accessKeyId) {
    return sessions
        .inTransaction(
            session ->
                session
                    .createMutationQuery(DELETE_KEY)
                    .setParameter("id", accessKeyId)
                    .setParameter("account", account.value())
                    .executeUpdate())
        .map(deleted -> deleted > 0);
  }

  private AccessKey key(Object[] row) {
    AccessKeyEntity key = (AccessKeyEntity) row[0];
    String secret = cipher.decrypt(key.id, key.secret);
    return new AccessKey(key.id, secret, ((AccountEntity) row[1]).toAccount());
  }
}
