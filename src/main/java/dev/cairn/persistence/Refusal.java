package dev.cairn.persistence;

import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.BucketName;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.persistence.ObjectWrites.NewObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Why a statement of {@link ObjectWrites} published nothing: asked afterwards. */
final class Refusal {
  static final String QUERY =
      """
      SELECT EXISTS (SELECT FROM buckets WHERE id = $1) AS has_bucket,
        (SELECT etag FROM objects WHERE bucket_id = $1 AND key = $2) AS etag,
        $3::uuid IS NULL OR EXISTS (SELECT FROM pending_blobs WHERE blob_id = $3) AS has_blob
      """;

  private Refusal() {}

  static Tuple parameters(NewObject object) {
    return Tuple.of(object.bucketId(), object.key(), object.blobId());
  }

  /** Empty when nothing refuses the object any more: it is worth another attempt. */
  static Optional<Failure> of(
      RowSet<Row> answer, BucketName bucket, NewObject object, WriteCondition condition) {
    Row row = answer.iterator().next();
    if (!row.getBoolean("has_bucket")) {
      return Optional.of(new Failure.NoSuchBucket(bucket));
    }
    if (!row.getBoolean("has_blob")) {
      // Its lease lapsed and the sweeper took it: the bytes are not safe any more.
      return Optional.of(DatabaseFailures.unavailable());
    }
    Optional<ETag> there = Optional.ofNullable(row.getString("etag")).map(ETag::new);
    return unmet(condition, there, new ObjectKey(object.key()));
  }

  /** What a condition says of the object that is there, if that refuses a write. */
  static Optional<Failure> unmet(WriteCondition condition, Optional<ETag> there, ObjectKey key) {
    return switch (condition) {
      case WriteCondition.Always always -> Optional.empty();
      case WriteCondition.IfAbsent absent ->
          there.map(eTag -> new Failure.PreconditionFailed("If-None-Match"));
      case WriteCondition.IfMatch match when there.isEmpty() ->
          Optional.of(new Failure.NoSuchKey(key));
      case WriteCondition.IfMatch match ->
          match.eTags().isEmpty() || match.eTags().contains(there.get())
              ? Optional.empty()
              : Optional.of(new Failure.PreconditionFailed("If-Match"));
    };
  }
}
