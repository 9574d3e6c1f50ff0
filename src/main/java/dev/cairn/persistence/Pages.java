package dev.cairn.persistence;

import dev.cairn.core.object.Listing;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Pages of listings. Their rows have {@code rolled_up}, which tells common prefixes from items, and
 * {@code key}; one more than the page may have is asked for, which tells whether there is more.
 */
final class Pages {
  private static final int MOST = Integer.MAX_VALUE - 1;

  private Pages() {}

  /** Number of rows to ask for. */
  static int rowsFor(int limit) {
    return Math.min(limit, MOST) + 1;
  }

  static <T> Listing<T> empty() {
    return new Listing<>(List.of(), List.of(), false, "");
  }

  static <T> Listing<T> of(RowSet<Row> rows, int limit, Function<Row, T> item) {
    List<T> items = new ArrayList<>();
    List<String> commonPrefixes = new ArrayList<>();
    // Found once, not for each row.
    int key = rows.columnsNames().indexOf("key");
    int rolledUp = rows.columnsNames().indexOf("rolled_up");
    String last = "";
    int entries = 0;
    for (Row row : rows) {
      if (entries++ == limit) {
        return new Listing<>(items, commonPrefixes, true, last);
      }
      last = row.getString(key);
      if (row.getBoolean(rolledUp)) {
        commonPrefixes.add(last);
      } else {
        items.add(item.apply(row));
      }
    }
    return new Listing<>(items, commonPrefixes, false, last);
  }
}
