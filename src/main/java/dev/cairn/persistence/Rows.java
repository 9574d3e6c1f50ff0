package dev.cairn.persistence;

import dev.cairn.model.AccountId;
import dev.cairn.model.BlobId;
import dev.cairn.model.ContentHeaders;
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
  // What is read of every row of a listing is read by its position, which is found at once: a row
  // of an object begins with these columns.
  private static final String FIRST_COLUMNS =
      "id, %s, size, etag, modified, storage_class, checksums, parts, owner, appends,"
          + " symlink_target";

  private static final int ID = 0;
  private static final int KEY = 1;
  private static final int SIZE = 2;
  private static final int ETAG = 3;
  private static final int MODIFIED = 4;
  private static final int STORAGE_CLASS = 5;
  private static final int CHECKSUMS = 6;
  private static final int PARTS = 7;
  private static final int OWNER = 8;
  private static final int APPENDS = 9;
  private static final int SYMLINK_TARGET = 10;
  private static final int RESTORED_UNTIL = 11;
  private static final int RESTORING = 12;
  private static final int CONTENT_TYPE = 13;

  // Whether it can be read is for the database's clock to say, which all replicas share. The clock
  // is asked only for the few objects that were restored.
  private static final String RESTORATION =
      ", CASE WHEN restored_until IS NOT NULL AND restored_until > clock_timestamp()"
          + " THEN restored_until END AS restored_until,"
          + " CASE WHEN restored_from IS NOT NULL THEN restored_from > clock_timestamp() END"
          + " AS restoring";

  private static final String METADATA = ", headers, user_metadata, acl, tags, redirect";

  /** What {@link #writtenObject} reads. */
  static final String OBJECT_COLUMNS = FIRST_COLUMNS.formatted("key") + METADATA;

  /** What {@link #object} reads of an object in its place. */
  static final String READ_COLUMNS = FIRST_COLUMNS.formatted("key") + RESTORATION + METADATA;

  private Rows() {}

  /**
   * What {@link #listedObject} reads of an object in its place.
   *
   * @param key where the key comes from
   */
  static String listedColumns(String key) {
    return FIRST_COLUMNS.formatted(key)
        + RESTORATION
        + ", headers ->> '"
        + MetadataJson.CONTENT_TYPE
        + "' AS content_type";
  }

  static StoredObject object(Row row) {
    return object(row, metadata(row), restoration(row));
  }

  /** An object as it was written: whether it was restored since is not asked. */
  static StoredObject writtenObject(Row row) {
    return object(row, metadata(row), Optional.empty());
  }

  /** An object of a listing, which reads no more of its metadata than listings show. */
  static StoredObject listedObject(Row row) {
    return object(
        row,
        ObjectMetadata.of(
                ContentHeaders.ofType(row.getString(CONTENT_TYPE)),
                Map.of(),
                storageClass(row.getString(STORAGE_CLASS)))
            .ownedBy(owner(row.getString(OWNER))),
        restoration(row));
  }

  private static StoredObject object(
      Row row, ObjectMetadata metadata, Optional<Restoration> restoration) {
    return new StoredObject(
        new ObjectId(row.getUUID(ID)),
        new ObjectKey(row.getString(KEY)),
        row.getLong(SIZE),
        new ETag(row.getString(ETAG)),
        row.getOffsetDateTime(MODIFIED).toInstant(),
        metadata,
        MetadataJson.checksums(row.getJsonArray(CHECKSUMS)),
        kind(row),
        restoration);
  }

  private static ObjectKind kind(Row row) {
    Integer appends = row.getInteger(APPENDS);
    if (appends != null) {
      return new ObjectKind.Appendable(appends);
    }
    String target = row.getString(SYMLINK_TARGET);
    return target == null
        ? ObjectKind.ofParts(row.getInteger(PARTS))
        : new ObjectKind.Symlink(new ObjectKey(target));
  }

  private static Optional<Restoration> restoration(Row row) {
    OffsetDateTime until = row.getOffsetDateTime(RESTORED_UNTIL);
    return until == null
        ? Optional.empty()
        : Optional.of(new Restoration(row.getBoolean(RESTORING), until.toInstant()));
  }

  static ObjectMetadata metadata(Row row) {
    return new ObjectMetadata(
        MetadataJson.headers(row.getJsonObject("headers")),
        MetadataJson.userMetadata(row.getJsonObject("user_metadata")),
        storageClass(row.getString("storage_class")),
        MetadataJson.tags(row.getJsonArray("tags")),
        Optional.ofNullable(row.getString("redirect")),
        AclJson.acl(row.getJsonObject("acl")),
        owner(row.getString("owner")));
  }

  private static Optional<AccountId> owner(String id) {
    return Optional.ofNullable(id).map(AccountId::new);
  }

  private static Optional<StorageClass> storageClass(String name) {
    return Optional.ofNullable(name).map(StorageClass::valueOf);
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
