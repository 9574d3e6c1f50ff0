package dev.cairn.boot;

import dev.cairn.core.Remembered;
import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.access.Credentials;
import dev.cairn.core.access.RememberedAccounts;
import dev.cairn.core.access.SessionCatalog;
import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.core.bucket.RememberedBuckets;
import dev.cairn.core.content.BlobCatalog;
import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.upkeep.ScrubCatalog;
import dev.cairn.persistence.Database;
import dev.cairn.persistence.DatabasePool;
import dev.cairn.persistence.DatabaseSettings;
import dev.cairn.persistence.PgAccountCatalog;
import dev.cairn.persistence.PgBlobCatalog;
import dev.cairn.persistence.PgBucketCatalog;
import dev.cairn.persistence.PgObjectCatalog;
import dev.cairn.persistence.PgScrubCatalog;
import dev.cairn.persistence.PgSessionCatalog;
import dev.cairn.persistence.PgUploadCatalog;
import dev.cairn.persistence.SecretsKey;
import dev.cairn.persistence.Sessions;
import io.quarkus.arc.Unremovable;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.hibernate.reactive.mutiny.Mutiny;

/** The catalogs, all in PostgreSQL. */
@Unremovable
final class CatalogAssembly {

  @Produces
  @Singleton
  SecretsKey secretsKey(Settings settings, DataFolder folder) {
    return GivenSecretsKey.of(settings, folder.path());
  }

  @Produces
  @Singleton
  Remembered.Epoch epoch() {
    return new Remembered.Epoch();
  }

  @Produces
  @Singleton
  PgPoolCreator pools(DatabaseSettings settings) {
    return input ->
        DatabasePool.create(
            input.vertx(), input.pgConnectOptionsList(), input.poolOptions(), settings);
  }

  @Produces
  @Singleton
  Database database(Pool pool, DatabaseSettings settings) {
    return new Database(pool, settings);
  }

  @Produces
  @Singleton
  Sessions hibernate(Mutiny.SessionFactory factory, Database database) {
    return new Sessions(factory, database);
  }

  @Produces
  @Singleton
  AccountCatalog accounts(
      Sessions sessions,
      SecretsKey secretsKey,
      InstantSource clock,
      Remembered.Epoch epoch,
      Settings settings) {
    AccountCatalog catalog = new PgAccountCatalog(sessions, secretsKey, clock);
    return new RememberedAccounts(catalog, epoch, settings.lookupMaxAge());
  }

  @Produces
  @Singleton
  SessionCatalog sessions(Database database, SecretsKey secretsKey) {
    return new PgSessionCatalog(database, secretsKey);
  }

  @Produces
  @Singleton
  Credentials credentials(AccountCatalog accounts, SessionCatalog sessions, InstantSource clock) {
    return new Credentials(accounts, sessions, clock);
  }

  @Produces
  @Singleton
  BucketCatalog buckets(
      Sessions sessions, InstantSource clock, Remembered.Epoch epoch, Settings settings) {
    BucketCatalog catalog = new PgBucketCatalog(sessions, clock);
    return new RememberedBuckets(catalog, epoch, settings.lookupMaxAge());
  }

  @Produces
  @Singleton
  ObjectCatalog objects(Database database) {
    return new PgObjectCatalog(database);
  }

  @Produces
  @Singleton
  UploadCatalog uploads(Database database) {
    return new PgUploadCatalog(database);
  }

  @Produces
  @Singleton
  ScrubCatalog scrub(Database database) {
    return new PgScrubCatalog(database);
  }

  @Produces
  @Singleton
  BlobCatalog blobs(Database database) {
    return new PgBlobCatalog(database);
  }
}
