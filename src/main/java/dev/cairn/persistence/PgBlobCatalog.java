package dev.cairn.persistence;

import dev.cairn.core.content.BlobCatalog;
import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The record of pending, unwanted and leased blobs, all on the database's clock. */
public final class PgBlobCatalog implements BlobCatalog {
  // Never sent again when its answer is lost: the first one might come after all, when the blob is
  // published already, and make it look pending.
  private static final String REGISTER =
      """
      INSERT INTO pending_blobs (blob_id, lease_until)
      VALUES ($1, clock_timestamp() + $2::bigint * interval '1 millisecond')
      """;

  private static final String RENEW =
      """
      UPDATE pending_blobs SET lease_until = clock_timestamp() + $2::bigint * interval '1 millisecond'
      WHERE blob_id = ANY ($1::uuid[])
      RETURNING blob_id
      """;

  private static final String FORGET_PENDING = "DELETE FROM pending_blobs WHERE blob_id = $1";

  // A lease that is being renewed or used up right now has not lapsed: its row is skipped.
  private static final String SWEEP =
      """
      WITH lapsed AS (
        DELETE FROM pending_blobs WHERE blob_id IN (
          SELECT blob_id FROM pending_blobs WHERE lease_until < clock_timestamp()
          FOR UPDATE SKIP LOCKED)
        RETURNING blob_id)
      INSERT INTO garbage (blob_id) SELECT blob_id FROM lapsed ON CONFLICT DO NOTHING
      """;

  private static final String FORGET_READ_LEASES =
      "DELETE FROM read_leases WHERE until < clock_timestamp()";

  private static final String FIND_GARBAGE =
      """
      SELECT blob_id FROM garbage g
      WHERE since < clock_timestamp() - $1::bigint * interval '1 millisecond'
        AND NOT EXISTS (
          SELECT FROM read_leases r WHERE r.blob_id = g.blob_id AND r.until >= clock_timestamp())
      ORDER BY since LIMIT $2
      """;

  private static final String FORGET_GARBAGE =
      "DELETE FROM garbage WHERE blob_id = ANY ($1::uuid[])";

  // Several responses may read one blob: the lease that ends last counts. In order, so that two
  // that lease the same blobs wait for each other instead of locking each other out.
  private static final String LEASE =
      """
      INSERT INTO read_leases (blob_id, until)
      SELECT blob_id, clock_timestamp() + $2::bigint * interval '1 millisecond'
      FROM (SELECT DISTINCT unnest($1::uuid[]) AS blob_id ORDER BY 1) AS leased
      ON CONFLICT (blob_id) DO UPDATE SET until = greatest(read_leases.until, EXCLUDED.until)
      """;

  private final Database database;

  public PgBlobCatalog(Database database) {
    this.database = database;
  }

  @Override
  public Uni<Void> registerPending(BlobId blob, Duration lease) {
    return database.run(REGISTER, Tuple.of(blob.value(), lease.toMillis())).replaceWithVoid();
  }

  @Override
  public Uni<Set<BlobId>> renewPending(Collection<BlobId> blobs, Duration lease) {
    if (blobs.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return database
        .run(RENEW, Tuple.of(array(blobs), lease.toMillis()))
        .map(rows -> blobs(rows).collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Uni<Void> forgetPending(BlobId blob) {
    return database.run(FORGET_PENDING, Tuple.of(blob.value())).replaceWithVoid();
  }

  @Override
  public Uni<Integer> sweepLapsed() {
    return database
        .run(SWEEP, Tuple.tuple())
        .map(SqlResult::rowCount)
        .call(() -> database.run(FORGET_READ_LEASES, Tuple.tuple()));
  }

  @Override
  public Uni<List<BlobId>> findGarbage(Duration delay, int limit) {
    return database
        .read(FIND_GARBAGE, Tuple.of(delay.toMillis(), limit))
        .map(rows -> blobs(rows).toList());
  }

  @Override
  public Uni<Void> forgetGarbage(Collection<BlobId> blobs) {
    return blobs.isEmpty()
        ? Uni.createFrom().voidItem()
        : database.run(FORGET_GARBAGE, Tuple.of(array(blobs))).replaceWithVoid();
  }

  @Override
  public Uni<Void> leaseForReading(Collection<BlobId> blobs, Duration lease) {
    return blobs.isEmpty()
        ? Uni.createFrom().voidItem()
        : database.run(LEASE, Tuple.of(array(blobs), lease.toMillis())).replaceWithVoid();
  }

  // A tuple takes an array for one value only when it is not spread.
  private static Object array(Collection<BlobId> blobs) {
    return blobs.stream().map(BlobId::value).toArray(UUID[]::new);
  }

  private static Stream<BlobId> blobs(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new BlobId(row.getUUID("blob_id")));
  }
}
