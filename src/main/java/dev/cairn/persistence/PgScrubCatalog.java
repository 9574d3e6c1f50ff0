package dev.cairn.persistence;

import dev.cairn.core.upkeep.ScrubCatalog;
import dev.cairn.model.BlobId;
import dev.cairn.model.FailureException;
import dev.cairn.persistence.Database.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The scrub's place and its findings, all on the database's clock. */
public final class PgScrubCatalog implements ScrubCatalog {
  private static final String TAKE =
      """
      UPDATE scrub
      SET holder = $1, lease_until = clock_timestamp() + $2::bigint * interval '1 millisecond'
      WHERE (holder = $1 OR lease_until < clock_timestamp()) AND due_at <= clock_timestamp()
      RETURNING position
      """;

  // The ETag of an object that was written at once is the MD5 of its bytes.
  private static final String NEXT =
      """
      (SELECT blob_id, size,
          CASE WHEN appends IS NULL AND etag ~ '^[0-9A-Fa-f]{32}$' THEN decode(etag, 'hex') END
          AS md5
        FROM objects WHERE blob_id > $1 ORDER BY blob_id LIMIT $2)
      UNION ALL
      (SELECT blob_id, size, md5 FROM parts WHERE blob_id > $1 ORDER BY blob_id LIMIT $2)
      ORDER BY blob_id LIMIT $2
      """;

  private static final String END_PASS =
      """
      UPDATE scrub SET position = '00000000-0000-0000-0000-000000000000', passes = passes + 1,
        ended_at = clock_timestamp(),
        due_at = greatest(
          clock_timestamp(), due_at + $1::bigint * interval '1 millisecond')
      """;

  private static final String IS_NAMED =
      """
      (EXISTS (SELECT FROM objects o WHERE o.blob_id = %1$s)
        OR EXISTS (SELECT FROM parts p WHERE p.blob_id = %1$s))
      """;

  private static final String FORGET_UNNAMED =
      "DELETE FROM damaged_blobs d WHERE NOT " + IS_NAMED.formatted("d.blob_id");

  private static final String ADVANCE =
      """
      UPDATE scrub SET position = $2,
        lease_until = clock_timestamp() + $3::bigint * interval '1 millisecond'
      WHERE holder = $1
      """;

  private static final String NOTE =
      "INSERT INTO damaged_blobs (blob_id, damage) SELECT $1::uuid, $2 WHERE "
          + IS_NAMED.formatted("$1")
          + " ON CONFLICT (blob_id) DO UPDATE SET damage = EXCLUDED.damage";

  private static final String FORGET = "DELETE FROM damaged_blobs WHERE blob_id = $1";

  private static final String STATE =
      "SELECT passes, ended_at, (SELECT count(*) FROM damaged_blobs) AS damaged FROM scrub";

  private static final String FINDINGS =
      """
      SELECT d.blob_id, d.damage, d.found_at, b.name AS bucket, place.key
      FROM damaged_blobs d
      CROSS JOIN LATERAL (
        SELECT o.bucket_id, o.key FROM objects o WHERE o.blob_id = d.blob_id
        UNION ALL
        SELECT o.bucket_id, o.key FROM parts p JOIN objects o ON o.id = p.owner_id AND o.parts > 0
        WHERE p.blob_id = d.blob_id
        UNION ALL
        SELECT u.bucket_id, u.key FROM parts p JOIN uploads u ON u.id = p.owner_id
        WHERE p.blob_id = d.blob_id
        LIMIT 1) AS place
      JOIN buckets b ON b.id = place.bucket_id
      ORDER BY d.blob_id LIMIT $1
      """;

  private final Database database;
  private final UUID holder = UUID.randomUUID();

  public PgScrubCatalog(Database database) {
    this.database = database;
  }

  @Override
  public Uni<List<Entry>> next(int limit, Duration lease, Duration interval) {
    return database.inTransaction(
        transaction ->
            transaction
                .run(TAKE, Tuple.of(holder, lease.toMillis()))
                .chain(
                    taken ->
                        taken.size() == 0
                            ? Uni.createFrom().item(List.of())
                            : next(
                                transaction,
                                taken.iterator().next().getUUID("position"),
                                limit,
                                interval)));
  }

  private static Uni<List<Entry>> next(
      Transaction transaction, UUID position, int limit, Duration interval) {
    return transaction
        .run(NEXT, Tuple.of(position, limit))
        .map(rows -> rows.stream().map(PgScrubCatalog::entry).toList())
        .call(
            entries ->
                entries.isEmpty()
                    ? transaction
                        .run(END_PASS, Tuple.of(interval.toMillis()))
                        .chain(() -> transaction.run(FORGET_UNNAMED, Tuple.tuple()))
                    : Uni.createFrom().voidItem());
  }

  private static Entry entry(Row row) {
    return new Entry(
        new BlobId(row.getUUID("blob_id")),
        row.getLong("size"),
        Optional.ofNullable(row.getBuffer("md5")).map(Buffer::getBytes));
  }

  @Override
  public Uni<Void> checked(BlobId blob, Optional<Damage> damage, Duration lease) {
    return database.inTransaction(
        transaction ->
            transaction
                .run(ADVANCE, Tuple.of(holder, blob.value(), lease.toMillis()))
                .invoke(
                    advanced -> {
                      if (advanced.rowCount() == 0) {
                        throw new FailureException(DatabaseFailures.unavailable());
                      }
                    })
                .chain(
                    () ->
                        damage.isPresent()
                            ? transaction.run(NOTE, Tuple.of(blob.value(), damage.get().name()))
                            : transaction.run(FORGET, Tuple.of(blob.value())))
                .replaceWithVoid());
  }

  @Override
  public Uni<Report> report(int limit) {
    return database
        .read(FINDINGS, Tuple.of(limit))
        .map(rows -> rows.stream().map(PgScrubCatalog::finding).toList())
        .chain(
            findings ->
                database
                    .read(STATE, Tuple.tuple())
                    .map(rows -> report(rows.iterator().next(), findings)));
  }

  private static Report report(Row row, List<Finding> findings) {
    Optional<Instant> ended =
        Optional.ofNullable(row.getOffsetDateTime("ended_at")).map(at -> at.toInstant());
    return new Report(row.getLong("passes"), ended, row.getLong("damaged"), findings);
  }

  private static Finding finding(Row row) {
    return new Finding(
        new BlobId(row.getUUID("blob_id")),
        Damage.valueOf(row.getString("damage")),
        Rows.instant(row, "found_at"),
        row.getString("bucket"),
        row.getString("key"));
  }
}
