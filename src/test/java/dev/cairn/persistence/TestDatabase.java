package dev.cairn.persistence;

import dev.cairn.boot.postgres.DatabaseUrl;
import dev.cairn.boot.postgres.SharedPostgres;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;

/** A migrated database of a test class's own, on the PostgreSQL that all tests share. */
final class TestDatabase implements AutoCloseable {
  static final Account OWNER =
      new Account(new AccountId("owner"), "The Owner", "owner@example.org");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Vertx VERTX = Vertx.vertx();

  // A test that holds up an event loop of the one does not hold up the other.
  private static final Vertx OTHER_VERTX = Vertx.vertx();

  private static DatabaseUrl template;

  private final DatabaseUrl url;
  private final Pool pool;
  private final Database database;

  private TestDatabase(DatabaseUrl url) {
    this.url = url;
    this.pool = newPool(VERTX);
    this.database = over(pool);
  }

  static TestDatabase create() {
    TestDatabase database = new TestDatabase(create("test", template().database()));
    database.run(
        "INSERT INTO accounts (id, display_name, email) VALUES ($1, $2, $3)",
        OWNER.id().value(),
        OWNER.displayName(),
        OWNER.email());
    return database;
  }

  /** One whose tables are those of an earlier version. */
  static TestDatabase of(String version) {
    DatabaseUrl made = create("old", "template1");
    migrate(made, version);
    return new TestDatabase(made);
  }

  /** Makes the tables today's. */
  void migrate() {
    migrate(url, "latest");
  }

  private static void migrate(DatabaseUrl database, String version) {
    Flyway.configure()
        .dataSource(database.jdbc(), database.user(), database.password())
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  /** A database that is migrated once, to be copied. */
  private static synchronized DatabaseUrl template() {
    if (template == null) {
      DatabaseUrl made = create("template", "template1");
      migrate(made, "latest");
      template = made;
    }
    return template;
  }

  private static DatabaseUrl create(String prefix, String copied) {
    DatabaseUrl shared = SharedPostgres.get().url();
    String name =
        "%s_%d_%d".formatted(prefix, ProcessHandle.current().pid(), COUNT.incrementAndGet());
    administer(shared, "CREATE DATABASE " + name + " TEMPLATE " + copied);
    return new DatabaseUrl(
        shared.host(), shared.port(), shared.user(), shared.password(), name, Map.of());
  }

  private static void administer(DatabaseUrl url, String sql) {
    var login = new java.util.Properties();
    login.setProperty("user", url.user());
    login.setProperty("password", url.password());
    try (Connection connection = new Driver().connect(url.jdbc(), login);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  DatabaseUrl url() {
    return url;
  }

  Pool pool() {
    return pool;
  }

  /** Another pool on the database, as another replica of the service would have. */
  Pool newPool() {
    return newPool(OTHER_VERTX);
  }

  Database database() {
    return database;
  }

  /** The limits of the tests are those of the service. */
  static Database over(Pool pool) {
    return new Database(pool, new TestSettings());
  }

  private Pool newPool(Vertx vertx) {
    return newPool(vertx, url.port(), new TestSettings());
  }

  /** A pool that reaches the database through a proxy. */
  Pool newPool(int port, DatabaseSettings settings) {
    return newPool(OTHER_VERTX, port, settings);
  }

  private Pool newPool(Vertx vertx, int port, DatabaseSettings settings) {
    return DatabasePool.create(
        vertx, List.of(options().setPort(port)), new PoolOptions(), settings);
  }

  /** How one connects, with a pool of one's own. */
  PgConnectOptions options() {
    return new PgConnectOptions()
        .setHost(url.host())
        .setPort(url.port())
        .setUser(url.user())
        .setPassword(url.password())
        .setDatabase(url.database())
        .setCachePreparedStatements(true);
  }

  /** A bucket that no test knows of but the one that asks. */
  Bucket newBucket() {
    String name = "bucket-" + UUID.randomUUID();
    Row row =
        run(
                "INSERT INTO buckets (name, owner, region, created_at)"
                    + " VALUES ($1, $2, '', now()) RETURNING id",
                name,
                OWNER.id().value())
            .getFirst();
    return new Bucket(row.getLong(0), new BucketName(name), OWNER, "", Instant.EPOCH);
  }

  List<Row> run(String sql, Object... parameters) {
    return await(database.run(sql, Tuple.from(parameters))).stream().toList();
  }

  /** The ids that a query answers. */
  List<UUID> ids(String sql, Object... parameters) {
    return run(sql, parameters).stream().map(row -> row.getUUID(0)).toList();
  }

  /** A blob that is being written, as far as the catalog knows. */
  BlobId pendingBlob() {
    BlobId blob = Samples.newBlob();
    await(new PgBlobCatalog(database).registerPending(blob, Duration.ofMinutes(5)));
    return blob;
  }

  boolean isPending(BlobId blob) {
    return !ids("SELECT blob_id FROM pending_blobs WHERE blob_id = $1", blob.value()).isEmpty();
  }

  boolean isGarbage(BlobId blob) {
    return !ids("SELECT blob_id FROM garbage WHERE blob_id = $1", blob.value()).isEmpty();
  }

  /**
   * What work comes to that begins while a transaction of another has run a statement, and that the
   * transaction's commit lets go on.
   */
  <T> T whileLocked(String sql, Object parameter, Supplier<Uni<T>> work) {
    AtomicReference<CompletableFuture<T>> result = new AtomicReference<>();
    await(
        database.inTransaction(
            transaction ->
                transaction
                    .run(sql, Tuple.of(parameter))
                    .invoke(() -> result.set(work.get().subscribeAsCompletionStage()))
                    .onItem()
                    .delayIt()
                    .by(Duration.ofMillis(300))));
    return await(Uni.createFrom().completionStage(result.get()));
  }

  static <T> T await(Uni<T> result) {
    return result.await().atMost(PATIENCE);
  }

  @Override
  public void close() {
    pool.close().toCompletionStage().toCompletableFuture().join();
    administer(SharedPostgres.get().url(), "DROP DATABASE " + url.database() + " WITH (FORCE)");
  }
}
