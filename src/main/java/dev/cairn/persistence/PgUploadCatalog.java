package dev.cairn.persistence;

import dev.cairn.core.multipart.Assembly;
import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.core.object.Listing;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Part;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Uploads in PostgreSQL, by SQL. Who publishes a part shares the upload's row, who ends it locks
 * it.
 */
public final class PgUploadCatalog implements UploadCatalog {
  private static final String CREATE =
      """
      INSERT INTO uploads (id, bucket_id, key, initiated_at, initiator, headers, user_metadata,
        storage_class, checksum_algorithm, checksum_type, owner, acl, tags, redirect)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """;

  private static final String FIND =
      UploadRows.SELECT + " WHERE u.id = $1 AND u.bucket_id = $2 AND u.key = $3";

  // Shares the upload's row until the commit: abort and complete wait for it, or it finds no row.
  private static final String PUBLISH_PART =
      """
      WITH upload AS MATERIALIZED (SELECT id FROM uploads WHERE id = $1 FOR KEY SHARE),
      held AS MATERIALIZED (SELECT blob_id FROM pending_blobs WHERE blob_id = $7 FOR UPDATE),
      put AS (
        INSERT INTO parts (owner_id, number, size, md5, checksums, modified, inline, blob_id)
        SELECT id, $2, $3, $4, $5, date_trunc('milliseconds', clock_timestamp()), $6, $7
        FROM upload WHERE $7::uuid IS NULL OR EXISTS (SELECT FROM held)
        ON CONFLICT (owner_id, number) DO UPDATE SET size = EXCLUDED.size, md5 = EXCLUDED.md5,
          checksums = EXCLUDED.checksums,
          modified = date_trunc('milliseconds', clock_timestamp()),
          inline = EXCLUDED.inline, blob_id = EXCLUDED.blob_id
        RETURNING blob_id, modified),
      released AS (DELETE FROM pending_blobs WHERE blob_id IN (SELECT blob_id FROM put))
      SELECT EXISTS (SELECT FROM upload) AS has_upload, (SELECT modified FROM put) AS modified
      """;

  // Answers like the statement above, for a part that is there with the same bytes. Its upload may
  // have been completed with it.
  private static final String FIND_PUBLISHED_PART =
      """
      SELECT true AS has_upload, (
        SELECT modified FROM parts
        WHERE owner_id = $1 AND number = $2 AND size = $3 AND md5 = $4
          AND checksums IS NOT DISTINCT FROM $5
          AND inline IS NOT DISTINCT FROM $6 AND blob_id IS NOT DISTINCT FROM $7) AS modified
      """;

  private static final String LIST_PARTS =
      "SELECT "
          + UploadRows.PART_COLUMNS
          + " FROM parts WHERE owner_id = $1 AND number > $2 ORDER BY number LIMIT $3";

  // Its parts, and their blobs, go with it: by triggers.
  private static final String ABORT =
      "DELETE FROM uploads WHERE id = $1 AND bucket_id = $2 AND key = $3";

  private static final String LIST =
      """
      SELECT page.rolled_up, page.key, %s
      FROM list_uploads($1, $2, $3, $4, $5, $6, $7) WITH ORDINALITY
        AS page(rolled_up, key, id, place)
      LEFT JOIN uploads u ON u.id = page.id
      LEFT JOIN accounts a ON a.id = u.initiator
      ORDER BY place
      """
          .formatted(UploadRows.COLUMNS);

  private static final String FORGET_FINISHED =
      """
      DELETE FROM finished_uploads
      WHERE finished_at < clock_timestamp() - $1::bigint * interval '1 millisecond'
      """;

  private final Database database;
  private final UploadCompletion completion;

  public PgUploadCatalog(Database database) {
    this.database = database;
    this.completion = new UploadCompletion(database);
  }

  @Override
  public Uni<Void> create(Bucket bucket, Upload upload) {
    Tuple parameters =
        Tuple.tuple()
            .addUUID(upload.id().value())
            .addLong(bucket.id())
            .addString(upload.key().value())
            .addOffsetDateTime(Rows.timestamp(upload.initiatedAt()))
            .addString(upload.initiator().id().value())
            .addValue(MetadataJson.ofHeaders(upload.metadata().headers()))
            .addValue(MetadataJson.ofUserMetadata(upload.metadata().user()))
            .addString(ObjectWrites.storageClass(upload.metadata()))
            .addString(upload.checksum().map(plan -> plan.algorithm().name()).orElse(null))
            .addString(upload.checksum().map(plan -> plan.type().name()).orElse(null))
            .addString(ObjectWrites.owner(upload.metadata()))
            .addValue(AclJson.of(upload.metadata().acl()))
            .addValue(MetadataJson.ofTags(upload.metadata().tags()))
            .addString(upload.metadata().redirect().orElse(null));
    return database
        .runInTransaction(CREATE, parameters)
        .onFailure(DatabaseFailures::isForeignKeyViolation)
        .transform(e -> new FailureException(new Failure.NoSuchBucket(bucket.name())))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Upload>> find(Bucket bucket, ObjectKey key, UploadId id) {
    return database
        .read(FIND, Tuple.of(id.value(), bucket.id(), key.value()))
        .map(rows -> rows.stream().findFirst().map(UploadRows::upload));
  }

  @Override
  public Uni<Part> publishPart(UploadId upload, Part part, StoredContent content) {
    Tuple parameters =
        Tuple.tuple()
            .addUUID(upload.value())
            .addInteger(part.number())
            .addLong(part.size())
            .addBuffer(Buffer.buffer(part.md5()))
            .addValue(MetadataJson.ofChecksums(part.checksums()));
    switch (content) {
      case StoredContent.Inline inline ->
          parameters.addBuffer(Buffer.buffer(inline.bytes())).addUUID(null);
      case StoredContent.Blob blob -> parameters.addBuffer(null).addUUID(blob.id().value());
    }
    return database
        .run(PUBLISH_PART, parameters)
        .onFailure(LostAnswerException::isIn)
        .recoverWithUni(
            e ->
                database.afterwards(
                    LostAnswerException.in(e).orElseThrow(), FIND_PUBLISHED_PART, parameters))
        .map(rows -> published(rows.iterator().next(), upload, part));
  }

  private static Part published(Row row, UploadId upload, Part part) {
    if (!row.getBoolean("has_upload")) {
      throw new Failure.NoSuchUpload(upload.toString()).exception();
    }
    OffsetDateTime modified = row.getOffsetDateTime("modified");
    if (modified == null) {
      // The lease of its blob lapsed, and the sweeper took it; or nobody knows.
      throw new FailureException(DatabaseFailures.unavailable());
    }
    return new Part(part.number(), part.size(), part.md5(), modified.toInstant(), part.checksums());
  }

  @Override
  public Uni<List<Part>> listParts(UploadId upload, int after, int limit) {
    return database
        .read(LIST_PARTS, Tuple.of(upload.value(), after, limit))
        .map(rows -> rows.stream().map(UploadRows::part).toList());
  }

  @Override
  public Uni<StoredObject> complete(
      Bucket bucket,
      ObjectKey key,
      UploadId id,
      byte[] fingerprint,
      WriteCondition condition,
      BiFunction<Upload, List<Part>, Assembly> assemble) {
    return completion.complete(bucket, key, id, fingerprint, condition, assemble);
  }

  @Override
  public Uni<Boolean> abort(Bucket bucket, ObjectKey key, UploadId id) {
    return database
        .runInTransaction(ABORT, Tuple.of(id.value(), bucket.id(), key.value()))
        .map(deleted -> deleted.rowCount() > 0);
  }

  @Override
  public Uni<UploadListing> list(Bucket bucket, UploadRange range) {
    if (range.limit() <= 0 || ObjectListing.hasNul(range.prefix())) {
      return Uni.createFrom().item(new UploadListing(Pages.empty(), Optional.empty()));
    }
    boolean plain = ObjectListing.hasNul(range.delimiter());
    UUID marker = range.uploadIdMarker().map(UploadId::value).orElse(null);
    Tuple parameters =
        Tuple.tuple()
            .addLong(bucket.id())
            .addString(range.prefix())
            .addString(plain ? "" : range.delimiter())
            .addString(ObjectListing.beforeNul(range.keyMarker()))
            .addUUID(marker)
            .addOffsetDateTime(marker == null ? null : initiatedAt(marker))
            .addInteger(Pages.rowsFor(range.limit()));
    return database
        .read(LIST, parameters)
        .map(rows -> Pages.of(rows, range.limit(), UploadRows::upload))
        .map(PgUploadCatalog::withLastId);
  }

  /** When an upload was initiated that is gone, as far as its id tells: ids are time-ordered. */
  private static OffsetDateTime initiatedAt(UUID id) {
    return id.version() == 7
        ? Rows.timestamp(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
        : null;
  }

  private static UploadListing withLastId(Listing<Upload> page) {
    Optional<UploadId> last =
        page.items().isEmpty() || !page.items().getLast().key().value().equals(page.last())
            ? Optional.empty()
            : Optional.of(page.items().getLast().id());
    return new UploadListing(page, last);
  }

  @Override
  public Uni<Integer> forgetFinished(Duration age) {
    return database.run(FORGET_FINISHED, Tuple.of(age.toMillis())).map(SqlResult::rowCount);
  }
}
