package dev.cairn.persistence;

import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.model.Bucket;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;

/** Pages of a bucket's objects. */
final class ObjectListing {
  // A prefix that has no text beyond it (the empty one) is bounded by a text beyond all keys.
  private static final String PLAIN =
      """
      SELECT %s, false AS rolled_up FROM objects
      WHERE bucket_id = $1
        AND key >= greatest($2::text COLLATE "C", ($3::text || chr(1)) COLLATE "C")
        AND key < coalesce(text_beyond($2::text), repeat(chr(1114111), 1024))
      ORDER BY key LIMIT $4
      """
          .formatted(Rows.listedColumns("key"));

  private static final String ROLLED_UP =
      """
      SELECT %s, page.rolled_up
      FROM list_objects($1, $2, $5, $3, $4) WITH ORDINALITY AS page(rolled_up, key, place)
      LEFT JOIN objects o ON o.bucket_id = $1 AND o.key = page.key AND NOT page.rolled_up
      ORDER BY place
      """
          .formatted(Rows.listedColumns("page.key"));

  private final Database database;

  ObjectListing(Database database) {
    this.database = database;
  }

  Uni<Listing<StoredObject>> list(Bucket bucket, ListRange range) {
    if (range.limit() <= 0 || hasNul(range.prefix())) {
      return Uni.createFrom().item(Pages.empty());
    }
    boolean plain = range.delimiter().isEmpty() || hasNul(range.delimiter());
    Tuple parameters =
        Tuple.of(
            bucket.id(), range.prefix(), beforeNul(range.after()), Pages.rowsFor(range.limit()));
    return (plain
            ? database.read(PLAIN, parameters)
            : database.read(ROLLED_UP, parameters.addString(range.delimiter())))
        .map(rows -> Pages.of(rows, range.limit(), Rows::listedObject));
  }

  // No key has U+0000, and PostgreSQL has no text with it. The keys beyond "a", U+0000, "b" are
  // those beyond "a".

  static boolean hasNul(String text) {
    return text.indexOf('\0') >= 0;
  }

  static String beforeNul(String text) {
    return hasNul(text) ? text.substring(0, text.indexOf('\0')) : text;
  }
}
