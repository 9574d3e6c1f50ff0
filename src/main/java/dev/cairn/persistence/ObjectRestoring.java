package dev.cairn.persistence;

import dev.cairn.core.object.ObjectCatalog.Readable;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.function.BiFunction;

/** Makes archived objects readable: who does it holds the object until it is decided. */
final class ObjectRestoring {
  private static final String LOCK =
      "SELECT "
          + Rows.READ_COLUMNS
          + ", clock_timestamp() AS now FROM objects WHERE bucket_id = $1 AND key = $2 FOR UPDATE";

  private static final String SET =
      "UPDATE objects SET restored_from = $3, restored_until = $4"
          + " WHERE bucket_id = $1 AND key = $2";

  private final Database database;

  ObjectRestoring(Database database) {
    this.database = database;
  }

  Uni<StoredObject> restore(
      Bucket bucket, ObjectKey key, BiFunction<StoredObject, Instant, Readable> decision) {
    return database.inTransaction(
        transaction ->
            transaction
                .run(LOCK, Tuple.of(bucket.id(), key.value()))
                .chain(
                    rows -> {
                      if (rows.size() == 0) {
                        throw new Failure.NoSuchKey(key).exception();
                      }
                      Row row = rows.iterator().next();
                      StoredObject object = Rows.object(row);
                      Readable readable = decision.apply(object, Rows.instant(row, "now"));
                      return transaction
                          .run(
                              SET,
                              Tuple.of(
                                  bucket.id(),
                                  key.value(),
                                  Rows.timestamp(readable.from()),
                                  Rows.timestamp(readable.until())))
                          .replaceWith(object);
                    }));
  }
}
