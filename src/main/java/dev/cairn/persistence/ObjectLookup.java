package dev.cairn.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds the rows of objects by their places: those of all who ask at a time by one statement. */
final class ObjectLookup {
  // As it stands, it is planned once and not for every request anew, which takes longer than the
  // look-up: nothing in it makes the planner believe that it does better knowing the parameters.
  // The limit, which changes nothing, keeps it from becoming a join that reads the whole table.
  private static final String STATEMENT =
      """
      SELECT %s, place
      FROM generate_subscripts($2::text[], 1) AS place
      CROSS JOIN LATERAL (
        SELECT * FROM objects
        WHERE bucket_id = ($1::bigint[])[place] AND key = ($2::text[])[place] LIMIT 1) found
      """;

  private final Database database;
  private final String statement;
  private final BatchQueue<Place, Optional<Row>> queue = new BatchQueue<>(this::find);

  /**
   * @param columns of the rows, as SQL
   */
  ObjectLookup(Database database, String columns) {
    this.database = database;
    this.statement = STATEMENT.formatted(columns);
  }

  Uni<Optional<Row>> find(Place place) {
    return queue.ask(place);
  }

  private Uni<List<Optional<Row>>> find(List<Place> places) {
    return database.read(statement, Place.arrays(places)).map(rows -> inOrder(rows, places.size()));
  }

  private static List<Optional<Row>> inOrder(RowSet<Row> rows, int places) {
    List<Optional<Row>> found = new ArrayList<>(Collections.nCopies(places, Optional.empty()));
    rows.forEach(row -> found.set(row.getInteger("place") - 1, Optional.of(row)));
    return found;
  }
}
