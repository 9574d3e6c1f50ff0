package dev.cairn.persistence;

import dev.cairn.model.Bucket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A database of the class's own, and for each test an empty bucket. */
abstract class DatabaseSuite {
  static TestDatabase database;

  Bucket bucket;

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void freshBucket() {
    bucket = database.newBucket();
  }
}
