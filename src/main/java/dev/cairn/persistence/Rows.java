package dev.cairn.persistence;

import dev.cairn.model.AccountId;
import dev.cairn.model.BlobId;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.Restoration;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Rows as records of the model. */
final class Rows {
  /** What {@link #object} reads. */
  static final String OBJECT_COLUMNS =
      "id, key, size, etag, modified, headers, user_metadata, storage_class, checksums, parts,"
          + " owner, acl, tags, redirect, appends, symlink_target";

  /**
   * What {@link #object} and {@link #listedObject} read besides of an object in its place. Whether
   * it can be read is for the database's clock to say, which all replicas share.
   */
  static final String RESTORATION =
      "CASE WHEN restored_until > clock_timestamp() THEN restored_until END AS restored_until,"
          + " restored_from > clock_timestamp() AS restoring";

  static final String READ_COLUMNS = OBJECT_COLUMNS + ", " + RESTORATION;

  private Rows() {}

  static StoredObject object(Row row) {
    return object(row, metadata(row));
  }

  /** An object of a listing, which reads no more of its metadata than listings show. */
  static StoredObject listedObject(Row row) {
    return object(
        row,
        ObjectMetadata.of(
                MetadataJson.headers(row.getJsonObject("headers")), Map.of(), storageClass(row))
            .ownedBy(owner(row)));
  }

  private static StoredObject object(Row row, ObjectMetadata metadata) {
    return new StoredObject(
        new ObjectId(row.getUUID("id")),
        new ObjectKey(row.getString("key")),
        row.getLong("size"),
        new ETag(row.getString("etag")),
        instant(row, "modified"),
        metadata,
        MetadataJson.checksums(row.getJsonArray("checksums")),
        kind(row),
        restoration(row));
  }

  private static ObjectKind kind(Row row) {
    Integer appends = row.getInteger("appends");
    if (appends != null) {
      return new ObjectKind.Appendable(appends);
    }
    String target = row.getString("symlink_target");
    return target == null
        ? ObjectKind.ofParts(row.getInteger("parts"))
        : new ObjectKind.Symlink(new ObjectKey(target));
  }

  // What was just completed has no such columns.
  private static Optional<Restoration> restoration(Row row) {
    if (row.getColumnIndex("restored_until") < 0 || row.getValue("restored_until") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Restoration(row.getBoolean("restoring"), instant(row, "restored_until")));
  }

  static ObjectMetadata metadata(Row row) {
    return new ObjectMetadata(
        MetadataJson.headers(row.getJsonObject("headers")),
        MetadataJson.userMetadata(row.getJsonObject("user_metadata")),
        storageClass(row),
        MetadataJson.tags(row.getJsonArray("tags")),
        Optional.ofNullable(row.getString("redirect")),
        AclJson.acl(row.getJsonObject("acl")),
        owner(row));
  }

  private static Optional<AccountId> owner(Row row) {
    return Optional.ofNullable(row.getString("owner")).map(AccountId::new);
  }

  private static Optional<StorageClass> storageClass(Row row) {
    return Optional.ofNullable(row.getString("storage_class")).map(StorageClass::valueOf);
  }

  /** The bytes of a plain object or a part. */
  static StoredContent content(Row row) {
    Buffer inline = row.getBuffer("inline");
    return inline == null
        ? new StoredContent.Blob(new BlobId(row.getUUID("blob_id")), row.getLong("size"))
        : new StoredContent.Inline(inline.getBytes());
  }

  static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  /** A moment as a parameter. */
  static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
