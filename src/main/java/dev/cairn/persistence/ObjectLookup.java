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
  private static final String STATEMENT =
      """
      SELECT place, %s
      FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS wanted(in_bucket, at_key, place)
      JOIN objects ON bucket_id = in_bucket AND key = at_key
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
    rows.forEach(row -> found.set((int) (row.getLong("place") - 1), Optional.of(row)));
    return found;
  }
}
