package dev.cairn.persistence;

import dev.cairn.core.multipart.Assembly;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.Part;
import dev.cairn.model.StoredObject;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import dev.cairn.persistence.Database.Transaction;
import dev.cairn.persistence.ObjectWrites.NewObject;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Completes uploads: one transaction of a few statements, whatever the number of parts, that writes
 * no byte of the object.
 */
final class UploadCompletion {
  private static final String LOCK =
      UploadRows.SELECT + " WHERE u.id = $1 AND u.bucket_id = $2 AND u.key = $3 FOR UPDATE OF u";

  private static final String PARTS =
      "SELECT " + UploadRows.PART_COLUMNS + " FROM parts WHERE owner_id = $1 ORDER BY number";

  private static final String PLACE =
      """
      UPDATE parts SET position = named.position
      FROM unnest($2::integer[], $3::bigint[]) AS named(number, position)
      WHERE parts.owner_id = $1 AND parts.number = named.number
      """;

  private static final String DROP_UNNAMED =
      "DELETE FROM parts WHERE owner_id = $1 AND position IS NULL";

  // After the upload is remembered as finished: by that the trigger knows that its parts stay.
  private static final String END = "DELETE FROM uploads WHERE id = $1";

  private static final String FIND_FINISHED =
      "SELECT "
          + Rows.OBJECT_COLUMNS
          + " FROM finished_uploads"
          + " WHERE id = $1 AND bucket_id = $2 AND key = $3 AND fingerprint = $4";

  private final Database database;

  UploadCompletion(Database database) {
    this.database = database;
  }

  private record Request(
      Bucket bucket, ObjectKey key, UploadId id, byte[] fingerprint, WriteCondition condition) {
    Tuple place() {
      return Tuple.of(id.value(), bucket.id(), key.value());
    }
  }

  Uni<StoredObject> complete(
      Bucket bucket,
      ObjectKey key,
      UploadId id,
      byte[] fingerprint,
      WriteCondition condition,
      BiFunction<Upload, List<Part>, Assembly> assemble) {
    Request request = new Request(bucket, key, id, fingerprint, condition);
    return database
        .inTransaction(transaction -> complete(transaction, request, assemble))
        .onFailure(DatabaseFailures::isForeignKeyViolation)
        .transform(e -> new FailureException(new Failure.NoSuchBucket(bucket.name())));
  }

  private static Uni<StoredObject> complete(
      Transaction transaction, Request request, BiFunction<Upload, List<Part>, Assembly> assemble) {
    return transaction
        .run(LOCK, request.place())
        .chain(
            rows ->
                rows.size() == 0
                    ? finished(transaction, request)
                    : assemble(
                        transaction, request, UploadRows.upload(rows.iterator().next()), assemble));
  }

  private static Uni<StoredObject> finished(Transaction transaction, Request request) {
    return transaction
        .run(FIND_FINISHED, request.place().addBuffer(Buffer.buffer(request.fingerprint())))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(Rows::writtenObject)
                    .orElseThrow(
                        () -> new Failure.NoSuchUpload(request.id().toString()).exception()));
  }

  // The parts are read by a statement of their own: those that were published while the lock was
  // waited for belong to them.
  private static Uni<StoredObject> assemble(
      Transaction transaction,
      Request request,
      Upload upload,
      BiFunction<Upload, List<Part>, Assembly> assemble) {
    return transaction
        .run(PARTS, Tuple.of(upload.id().value()))
        .map(rows -> rows.stream().map(UploadRows::part).toList())
        .chain(
            parts -> {
              Assembly assembly = assemble.apply(upload, parts);
              return publish(transaction, request, upload, assembly)
                  .call(() -> place(transaction, upload, parts, assembly))
                  .call(() -> transaction.run(END, Tuple.of(upload.id().value())));
            });
  }

  private static Uni<StoredObject> publish(
      Transaction transaction, Request request, Upload upload, Assembly assembly) {
    NewObject object =
        new NewObject(
            request.bucket().id(),
            request.key().value(),
            upload.id().value(),
            assembly.size(),
            assembly.eTag(),
            assembly.acl().map(upload.metadata()::withAcl).orElse(upload.metadata()),
            assembly.checksums(),
            new ObjectKind.Multipart(assembly.partNumbers().size()),
            null);
    Tuple parameters =
        ObjectWrites.parameters(List.of(object), request.condition())
            .addBuffer(Buffer.buffer(request.fingerprint()));
    return transaction
        .run(ObjectWrites.finish(request.condition()), parameters)
        .chain(
            rows ->
                rows.size() == 0
                    ? refuse(transaction, request, object)
                    : Uni.createFrom().item(Rows.writtenObject(rows.iterator().next())));
  }

  private static Uni<StoredObject> refuse(
      Transaction transaction, Request request, NewObject object) {
    return transaction
        .run(Refusal.QUERY, Refusal.parameters(object))
        .map(
            rows -> {
              throw new FailureException(
                  Refusal.of(rows, request.bucket().name(), object, request.condition())
                      .orElseGet(DatabaseFailures::unavailable));
            });
  }

  private static Uni<Void> place(
      Transaction transaction, Upload upload, List<Part> parts, Assembly assembly) {
    Map<Integer, Long> sizes = parts.stream().collect(Collectors.toMap(Part::number, Part::size));
    Integer[] numbers = assembly.partNumbers().toArray(Integer[]::new);
    Long[] positions = new Long[numbers.length];
    long position = 0;
    for (int i = 0; i < numbers.length; i++) {
      positions[i] = position;
      position += sizes.get(numbers[i]);
    }
    Tuple parameters =
        Tuple.tuple().addUUID(upload.id().value()).addValue(numbers).addValue(positions);
    Uni<?> placed = transaction.run(PLACE, parameters);
    return parts.size() == numbers.length
        ? placed.replaceWithVoid()
        : placed
            .chain(() -> transaction.run(DROP_UNNAMED, Tuple.of(upload.id().value())))
            .replaceWithVoid();
  }
}
