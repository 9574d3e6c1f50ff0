package dev.cairn.boot;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.access.Credentials;
import dev.cairn.core.access.SessionCatalog;
import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.core.content.BlobCatalog;
import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.persistence.PgAccountCatalog;
import dev.cairn.persistence.PgBlobCatalog;
import dev.cairn.persistence.PgBucketCatalog;
import dev.cairn.persistence.PgObjectCatalog;
import dev.cairn.persistence.PgSessionCatalog;
import dev.cairn.persistence.PgUploadCatalog;
import dev.cairn.persistence.SecretsKey;
import io.quarkus.arc.Unremovable;
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
  AccountCatalog accounts(
      Mutiny.SessionFactory sessions, SecretsKey secretsKey, InstantSource clock) {
    return new PgAccountCatalog(sessions, secretsKey, clock);
  }

  @Produces
  @Singleton
  SessionCatalog sessions(Pool pool, SecretsKey secretsKey) {
    return new PgSessionCatalog(pool, secretsKey);
  }

  @Produces
  @Singleton
  Credentials credentials(AccountCatalog accounts, SessionCatalog sessions, InstantSource clock) {
    return new Credentials(accounts, sessions, clock);
  }

  @Produces
  @Singleton
  BucketCatalog buckets(Mutiny.SessionFactory sessions, InstantSource clock) {
    return new PgBucketCatalog(sessions, clock);
  }

  @Produces
  @Singleton
  ObjectCatalog objects(Pool pool) {
    return new PgObjectCatalog(pool);
  }

  @Produces
  @Singleton
  UploadCatalog uploads(Pool pool) {
    return new PgUploadCatalog(pool);
  }

  @Produces
  @Singleton
  BlobCatalog blobs(Pool pool) {
    return new PgBlobCatalog(pool);
  }
}
