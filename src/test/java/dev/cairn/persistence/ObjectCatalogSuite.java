package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;

import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.core.object.PublishOutcome.Rejected;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** Tests of a catalog of objects, and what they ask of it most. */
abstract class ObjectCatalogSuite extends DatabaseSuite {
  static ObjectCatalog catalog;

  @BeforeAll
  static void newCatalog() {
    catalog = new PgObjectCatalog(database.database());
  }

  static PublishOutcome publish(Publication publication) {
    return await(catalog.publish(List.of(publication))).getFirst();
  }

  static Failure refusal(PublishOutcome outcome) {
    return ((Rejected) outcome).failure();
  }

  StoredObject find(String key) {
    return await(catalog.find(bucket, new ObjectKey(key))).orElseThrow();
  }
}
