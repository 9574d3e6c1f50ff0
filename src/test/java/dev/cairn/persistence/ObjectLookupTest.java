package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ObjectLookupTest extends DatabaseSuite {
  /** PostgreSQL plans a statement for its parameters five times, before it makes up its mind. */
  @Test
  void isNotPlannedForEachRequest() {
    Pool pool =
        database.newPool(
            database.url().port(),
            new TestSettings(1, 10, Duration.ofSeconds(5), Duration.ofSeconds(20)));
    Database connection = TestDatabase.over(pool);
    ObjectLookup lookup = new ObjectLookup(connection, "id");

    for (int i = 0; i < 20; i++) {
      await(lookup.find(new Place(bucket.id(), "key-" + i)));
    }

    Row plans =
        await(
                connection.read(
                    """
                    SELECT custom_plans, generic_plans FROM pg_prepared_statements
                    WHERE statement LIKE $1
                    """,
                    Tuple.of("%LATERAL%")))
            .iterator()
            .next();
    assertThat(plans.getLong("custom_plans")).isEqualTo(5);
    assertThat(plans.getLong("generic_plans")).isEqualTo(15);
    pool.close();
  }
}
