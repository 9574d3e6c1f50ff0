package dev.cairn.persistence;

import dev.cairn.core.object.ObjectCatalog.OpenObject;
import dev.cairn.core.object.ObjectCatalog.Selection;
import dev.cairn.model.Bucket;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Segment;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Opens objects for reading: one SELECT for a plain one, a second for the wanted parts of another.
 * The parts of an object appear and vanish with it, so a second SELECT that finds none says that
 * the object was replaced in between; then the reader starts again.
 */
final class ObjectOpening {
  private static final int ATTEMPTS = 10;

  // From the part that holds the first byte on.
  private static final String PARTS_OF_RANGE =
      """
      SELECT position, size, inline, blob_id FROM parts
      WHERE owner_id = $1 AND size > 0 AND position <= $3 AND position >= (
        SELECT position FROM parts WHERE owner_id = $1 AND position <= $2
        ORDER BY position DESC LIMIT 1)
      ORDER BY position
      """;

  private static final String PART =
      """
      SELECT position, size, inline, blob_id FROM parts WHERE owner_id = $1 AND number = $2
      """;

  private static final String HAS_PARTS = "SELECT FROM parts WHERE owner_id = $1 LIMIT 1";

  private final Database database;
  private final ObjectLookup lookup;

  ObjectOpening(Database database) {
    this.database = database;
    this.lookup = new ObjectLookup(database, Rows.READ_COLUMNS + ", inline, blob_id");
  }

  Uni<Optional<OpenObject>> open(
      Bucket bucket, ObjectKey key, Function<StoredObject, Selection> selection) {
    return attempt(bucket, key, selection, ATTEMPTS);
  }

  private Uni<Optional<OpenObject>> attempt(
      Bucket bucket, ObjectKey key, Function<StoredObject, Selection> selection, int attempts) {
    return lookup
        .find(Place.of(bucket, key))
        .chain(
            found -> {
              if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
              }
              Row row = found.get();
              StoredObject object = Rows.object(row);
              Selection wanted = selection.apply(object);
              if (row.getInteger("parts") == 0) {
                return Uni.createFrom().item(Optional.of(plain(object, row, wanted)));
              }
              return assembled(object, wanted)
                  .chain(
                      open ->
                          open.isPresent()
                              ? Uni.createFrom().item(open)
                              : again(bucket, key, selection, attempts - 1));
            });
  }

  private Uni<Optional<OpenObject>> again(
      Bucket bucket, ObjectKey key, Function<StoredObject, Selection> selection, int attempts) {
    return attempts > 0
        ? attempt(bucket, key, selection, attempts)
        : Uni.createFrom().failure(new FailureException(DatabaseFailures.unavailable()));
  }

  private static OpenObject plain(StoredObject object, Row row, Selection selection) {
    ByteRange range =
        switch (selection) {
          case Selection.Bytes bytes -> bytes.range();
          case Selection.PartNumber(int number) when number == 1 -> ByteRange.all(object.size());
          case Selection.PartNumber(int number) ->
              throw new Failure.InvalidPartNumber(number, 1).exception();
        };
    return new OpenObject(object, range, List.of(new Segment(0, Rows.content(row))));
  }

  /** Empty when the object is not there any more. */
  private Uni<Optional<OpenObject>> assembled(StoredObject object, Selection selection) {
    return switch (selection) {
      case Selection.Bytes(ByteRange range) when range.length() == 0 ->
          Uni.createFrom().item(Optional.of(new OpenObject(object, range, List.of())));
      case Selection.Bytes(ByteRange range) -> range(object, range);
      case Selection.PartNumber(int number) -> part(object, number);
    };
  }

  private Uni<Optional<OpenObject>> range(StoredObject object, ByteRange range) {
    return database
        .read(PARTS_OF_RANGE, Tuple.of(owner(object), range.first(), range.last()))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(new OpenObject(object, range, segments(rows))));
  }

  private Uni<Optional<OpenObject>> part(StoredObject object, int number) {
    return database
        .read(PART, Tuple.of(owner(object), number))
        .chain(
            rows ->
                rows.size() == 0
                    ? missing(object, number)
                    : Uni.createFrom().item(Optional.of(part(object, rows))));
  }

  private static OpenObject part(StoredObject object, RowSet<Row> rows) {
    Segment segment = segments(rows).getFirst();
    long first = segment.position();
    ByteRange range = new ByteRange(first, first + segment.content().size() - 1);
    return new OpenObject(object, range, range.length() == 0 ? List.of() : List.of(segment));
  }

  /** Whether it is the part that is missing, or the object. */
  private Uni<Optional<OpenObject>> missing(StoredObject object, int number) {
    return database
        .read(HAS_PARTS, Tuple.of(owner(object)))
        .map(
            rows -> {
              if (rows.size() > 0) {
                throw new Failure.InvalidPartNumber(number, object.parts()).exception();
              }
              return Optional.empty();
            });
  }

  private static UUID owner(StoredObject object) {
    return object.id().value();
  }

  private static List<Segment> segments(RowSet<Row> rows) {
    return rows.stream()
        .map(row -> new Segment(row.getLong("position"), Rows.content(row)))
        .toList();
  }
}
