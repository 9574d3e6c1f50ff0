package dev.cairn.persistence;

import dev.cairn.core.content.BlobCatalog;
import dev.cairn.core.content.BlobCatalogContractTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PgBlobCatalogContractTest extends BlobCatalogContractTest {
  private static TestDatabase database;
  private static PgBlobCatalog catalog;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    catalog = new PgBlobCatalog(database.database());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  protected BlobCatalog catalog() {
    return catalog;
  }
}
