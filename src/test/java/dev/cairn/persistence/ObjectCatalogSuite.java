package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;

import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.core.object.PublishOutcome.Rejected;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A catalog of objects on a database of the class's own, and for each test an empty bucket. */
abstract class ObjectCatalogSuite {
  static TestDatabase database;
  static ObjectCatalog catalog;

  Bucket bucket;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    catalog = new PgObjectCatalog(database.database());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void freshBucket() {
    bucket = database.newBucket();
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
