package dev.cairn.persistence;

import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.core.bucket.BucketSettings;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.StorageClass;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Buckets in PostgreSQL, by Hibernate. */
public final class PgBucketCatalog implements BucketCatalog {
  private static final String WITH_OWNER =
      "select b, a from BucketEntity b join AccountEntity a on a.id = b.owner ";

  private static final String FIND = WITH_OWNER + "where b.name = :name";

  // Names are compared by bytes, as the column is collated. A prefix is no pattern.
  private static final String LIST =
      WITH_OWNER
          + "where b.owner = :owner and b.name > :after and b.name >= :prefix"
          + " and substring(b.name, 1, :length) = :prefix order by b.name";

  private static final String CREATE =
      "insert into BucketEntity (name, owner, region, createdAt, acl, storageClass)"
          + " values (:name, :owner, :region, :now, :acl, :storageClass) on conflict (name) do nothing";

  private static final String DELETE = "delete from BucketEntity where id = :id";

  private static final String SET_ACL = "update BucketEntity set acl = :value where id = :id";

  private static final String SET_STORAGE_CLASS =
      "update BucketEntity set storageClass = :value where id = :id";

  private final Sessions sessions;
  private final InstantSource clock;

  public PgBucketCatalog(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Uni<Optional<Bucket>> find(BucketName name) {
    return sessions.read(session -> find(session, name));
  }

  private static Uni<Optional<Bucket>> find(StatelessSession session, BucketName name) {
    return session
        .createSelectionQuery(FIND, Object[].class)
        .setParameter("name", name.value())
        .getSingleResultOrNull()
        .map(found -> Optional.ofNullable(found).map(PgBucketCatalog::bucket));
  }

  @Override
  public Uni<Optional<Bucket>> create(BucketName name, Account owner, BucketSettings settings) {
    return sessions.inTransaction(
        session ->
            session
                .createMutationQuery(CREATE)
                .setParameter("name", name.value())
                .setParameter("owner", owner.id().value())
                .setParameter("region", settings.region())
                .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setParameter("acl", text(settings.acl()))
                .setParameter(
                    "storageClass", settings.storageClass().map(StorageClass::name).orElse(null))
                .executeUpdate()
                .chain(
                    made ->
                        made > 0 ? find(session, name) : Uni.createFrom().item(Optional.empty())));
  }

  private static String text(Acl acl) {
    JsonObject json = AclJson.of(acl);
    return json == null ? null : json.encode();
  }

  @Override
  public Uni<Void> setAcl(Bucket bucket, Acl acl) {
    return set(bucket, SET_ACL, text(acl));
  }

  @Override
  public Uni<Void> setStorageClass(Bucket bucket, StorageClass storageClass) {
    return set(bucket, SET_STORAGE_CLASS, storageClass.name());
  }

  private Uni<Void> set(Bucket bucket, String statement, String value) {
    return sessions
        .inTransaction(
            session ->
                session
                    .createMutationQuery(statement)
                    .setParameter("value", value)
                    .setParameter("id", bucket.id())
                    .executeUpdate())
        .invoke(changed -> mustHaveFound(changed, bucket))
        .replaceWithVoid();
  }

  private static void mustHaveFound(int rows, Bucket bucket) {
    if (rows == 0) {
      throw new Failure.NoSuchBucket(bucket.name()).exception();
    }
  }

  @Override
  public Uni<Void> delete(Bucket bucket) {
    return sessions
        .inTransaction(
            session ->
                session.createMutationQuery(DELETE).setParameter("id", bucket.id()).executeUpdate())
        .invoke(deleted -> mustHaveFound(deleted, bucket))
        .onFailure(DatabaseFailures::isForeignKeyViolation)
        .transform(e -> new FailureException(new Failure.BucketNotEmpty(bucket.name())))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Bucket>> list(AccountId owner, String prefix, String after, int limit) {
    return sessions.read(
        session ->
            session
                .createSelectionQuery(LIST, Object[].class)
                .setParameter("owner", owner.value())
                .setParameter("after", after)
                .setParameter("prefix", prefix)
                .setParameter("length", prefix.codePointCount(0, prefix.length()))
                .setMaxResults(limit)
                .getResultList()
                .map(found -> found.stream().map(PgBucketCatalog::bucket).toList()));
  }

  private static Bucket bucket(Object[] row) {
    return ((BucketEntity) row[0]).toBucket(((AccountEntity) row[1]).toAccount());
  }
}
