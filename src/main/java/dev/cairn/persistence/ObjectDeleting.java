package dev.cairn.persistence;

import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Bucket;
import dev.cairn.model.ETag;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes objects: those that are deleted one by one, and without a condition, in batches. */
final class ObjectDeleting {
  private static final String WANTED =
      """
      unnest($1::bigint[], $2::text[]) AS wanted(in_bucket, at_key)
      JOIN objects o ON bucket_id = in_bucket AND key = at_key
      """;

  // In order of the keys, so that two who lock the same ones wait for each other instead of locking
  // each other out.
  private static final String LOCK =
      "SELECT bucket_id, key, etag FROM " + WANTED + " ORDER BY bucket_id, key FOR UPDATE OF o";

  private static final String DELETE =
      "WITH locked AS MATERIALIZED ("
          + LOCK
          + ") DELETE FROM objects o USING locked l"
          + " WHERE o.bucket_id = l.bucket_id AND o.key = l.key";

  private static final String STILL_THERE = "SELECT bucket_id, key FROM " + WANTED;

  private final Database database;
  private final BatchQueue<Place, Boolean> queue = new BatchQueue<>(this::deleteBatch);

  ObjectDeleting(Database database) {
    this.database = database;
  }

  /** As {@link dev.cairn.core.object.ObjectCatalog#delete}. */
  Uni<Void> delete(Bucket bucket, List<ObjectKey> keys, WriteCondition condition) {
    List<Place> places = keys.stream().distinct().map(key -> Place.of(bucket, key)).toList();
    if (places.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (places.size() == 1 && condition instanceof WriteCondition.Always) {
      return queue.ask(places.getFirst()).invoke(ObjectDeleting::requireGone).replaceWithVoid();
    }
    Tuple parameters = Place.arrays(places);
    return database.inTransaction(
        transaction ->
            transaction
                .run(LOCK, parameters)
                .invoke(locked -> check(locked, keys, condition))
                .chain(() -> transaction.run(DELETE, parameters))
                .replaceWithVoid());
  }

  // One statement: what a deletion costs is its commit. If its answer is lost, an object that is
  // not there is what was wanted; one that is there may be newer, and is not to be deleted again.
  private Uni<List<Boolean>> deleteBatch(List<Place> places) {
    Tuple parameters = Place.arrays(places);
    return database
        .run(DELETE, parameters)
        .map(done -> Set.<Place>of())
        .onFailure(LostAnswerException::isIn)
        .recoverWithUni(
            e ->
                database
                    .afterwards(LostAnswerException.in(e).orElseThrow(), STILL_THERE, parameters)
                    .map(ObjectDeleting::places))
        .map(left -> places.stream().map(place -> !left.contains(place)).toList());
  }

  private static Set<Place> places(RowSet<Row> rows) {
    Set<Place> places = new HashSet<>();
    rows.forEach(row -> places.add(new Place(row.getLong("bucket_id"), row.getString("key"))));
    return places;
  }

  private static void requireGone(boolean gone) {
    if (!gone) {
      throw new FailureException(DatabaseFailures.unavailable());
    }
  }

  private static void check(RowSet<Row> locked, List<ObjectKey> keys, WriteCondition condition) {
    Map<String, ETag> there = new HashMap<>();
    locked.forEach(row -> there.put(row.getString("key"), new ETag(row.getString("etag"))));
    for (ObjectKey key : keys) {
      Refusal.unmet(condition, Optional.ofNullable(there.get(key.value())), key)
          .ifPresent(
              failure -> {
                throw new FailureException(failure);
              });
    }
  }
}
