package dev.cairn.persistence;

import dev.cairn.core.object.Growth;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import dev.cairn.persistence.Database.Transaction;
import dev.cairn.persistence.ObjectWrites.NewObject;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Appends: one transaction of two statements, whatever the object's size, that holds the object's
 * row and writes no byte that is there already. The first append makes an object like any other;
 * the second moves its content into a row of parts, and is the next one.
 */
final class ObjectAppending {
  // Each time, somebody else made or deleted the object between two statements.
  private static final int ATTEMPTS = 10;

  private static final String LOCK =
      "SELECT "
          + Rows.OBJECT_COLUMNS
          + " FROM objects WHERE bucket_id = $1 AND key = $2 FOR UPDATE";

  private static final WriteCondition ABSENT = new WriteCondition.IfAbsent();

  // Without the pending blob, which the sweeper may have taken, nothing happens. The number of a
  // part only tells it from the others; its position puts them in order.
  private static final String GROW =
      """
      WITH object AS MATERIALIZED (
        SELECT id, size, parts, inline, blob_id, modified, CASE
          WHEN appends IS NULL AND etag ~ '^[0-9A-Fa-f]{32}$' THEN decode(etag, 'hex') END AS md5
        FROM objects
        WHERE bucket_id = $1 AND key = $2),
      released AS (DELETE FROM pending_blobs WHERE blob_id = $5 RETURNING blob_id),
      safe AS MATERIALIZED (
        SELECT FROM object WHERE $5::uuid IS NULL OR EXISTS (SELECT FROM released)),
      moved AS (
        INSERT INTO parts (owner_id, number, position, size, modified, inline, blob_id, md5)
        SELECT id, 1, 0, size, modified, inline, blob_id, md5 FROM object, safe
        WHERE object.parts = 0),
      added AS (
        INSERT INTO parts (owner_id, number, position, size, modified, inline, blob_id, md5)
        SELECT id, 1 + coalesce((SELECT max(number) FROM parts WHERE owner_id = id), 1), size, $3,
          %1$s, $4, $5, $11
        FROM object, safe)
      UPDATE objects o
      SET size = o.size + $3, etag = $6, checksums = $7, headers = $8, user_metadata = $9,
        appends = $10, modified = %1$s, parts = greatest(o.parts, 1) + 1, inline = NULL,
        blob_id = NULL
      FROM safe WHERE o.bucket_id = $1 AND o.key = $2
      RETURNING %2$s
      """
          .formatted("date_trunc('milliseconds', clock_timestamp())", Rows.OBJECT_COLUMNS);

  private final Database database;

  ObjectAppending(Database database) {
    this.database = database;
  }

  private record Request(
      Bucket bucket,
      ObjectKey key,
      StoredContent content,
      Function<Optional<StoredObject>, Optional<Growth>> grow) {}

  Uni<StoredObject> append(
      Bucket bucket,
      ObjectKey key,
      StoredContent content,
      Function<Optional<StoredObject>, Optional<Growth>> grow) {
    Request request = new Request(bucket, key, content, grow);
    return database
        .inTransaction(transaction -> append(transaction, request, ATTEMPTS))
        .onFailure(DatabaseFailures::isForeignKeyViolation)
        .transform(e -> new FailureException(new Failure.NoSuchBucket(bucket.name())));
  }

  private static Uni<StoredObject> append(Transaction transaction, Request request, int attempts) {
    if (attempts == 0) {
      return Uni.createFrom().failure(new FailureException(DatabaseFailures.unavailable()));
    }
    return transaction
        .run(LOCK, Tuple.of(request.bucket().id(), request.key().value()))
        .map(rows -> rows.stream().findFirst().map(Rows::writtenObject))
        .chain(
            there -> {
              Optional<Growth> growth = request.grow().apply(there);
              if (there.isEmpty()) {
                return begin(transaction, request, growth.orElseThrow(), attempts);
              }
              return growth.isEmpty()
                  ? Uni.createFrom().item(there.get())
                  : grow(transaction, request, growth.get());
            });
  }

  private static Uni<StoredObject> begin(
      Transaction transaction, Request request, Growth growth, int attempts) {
    NewObject object =
        new NewObject(
            request.bucket().id(),
            request.key().value(),
            growth.id().value(),
            request.content().size(),
            growth.eTag(),
            growth.metadata(),
            growth.checksums(),
            new ObjectKind.Appendable(growth.appends()),
            request.content());
    return transaction
        .run(
            ObjectWrites.publish(ABSENT, object.blobId() != null),
            ObjectWrites.parameters(List.of(object), ABSENT))
        .chain(
            rows ->
                rows.size() == 0
                    ? refusedOrAgain(transaction, request, object, attempts)
                    : Uni.createFrom()
                        .item(begun(request, growth, object, rows.iterator().next())));
  }

  private static StoredObject begun(
      Request request, Growth growth, NewObject object, io.vertx.sqlclient.Row row) {
    return new StoredObject(
        growth.id(),
        request.key(),
        object.size(),
        growth.eTag(),
        Rows.instant(row, "modified"),
        growth.metadata(),
        growth.checksums(),
        object.kind());
  }

  /** Somebody else made the object: then this append is one to it. */
  private static Uni<StoredObject> refusedOrAgain(
      Transaction transaction, Request request, NewObject object, int attempts) {
    return transaction
        .run(Refusal.QUERY, Refusal.parameters(object))
        .chain(
            rows -> {
              Optional<Failure> refusal =
                  Refusal.of(rows, request.bucket().name(), object, ABSENT)
                      .filter(failure -> !(failure instanceof Failure.PreconditionFailed));
              return refusal.isPresent()
                  ? Uni.createFrom().failure(new FailureException(refusal.get()))
                  : append(transaction, request, attempts - 1);
            });
  }

  private static Uni<StoredObject> grow(Transaction transaction, Request request, Growth growth) {
    Tuple parameters =
        Tuple.tuple()
            .addLong(request.bucket().id())
            .addString(request.key().value())
            .addLong(request.content().size());
    switch (request.content()) {
      case StoredContent.Inline inline ->
          parameters.addBuffer(Buffer.buffer(inline.bytes())).addUUID(null);
      case StoredContent.Blob blob -> parameters.addBuffer(null).addUUID(blob.id().value());
    }
    parameters
        .addString(growth.eTag().value())
        .addValue(MetadataJson.ofChecksums(growth.checksums()))
        .addValue(MetadataJson.ofHeaders(growth.metadata().headers()))
        .addValue(MetadataJson.ofUserMetadata(growth.metadata().user()))
        .addInteger(growth.appends())
        .addBuffer(Buffer.buffer(growth.md5()));
    return transaction
        .run(GROW, parameters)
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(Rows::writtenObject)
                    // The lease of the blob lapsed, and the sweeper took it.
                    .orElseThrow(() -> new FailureException(DatabaseFailures.unavailable())));
  }
}
