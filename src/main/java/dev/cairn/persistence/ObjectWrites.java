package dev.cairn.persistence;

import dev.cairn.core.object.Publication;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.AccountId;
import dev.cairn.model.Checksum;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredContent;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The statements that make objects appear. All take the same parameters, an array for each column,
 * so that one statement publishes one object or many, in the order of the arrays; they differ in
 * the condition.
 */
final class ObjectWrites {
  /** A row to be. Its content is null for one that is assembled from parts. */
  record NewObject(
      long bucketId,
      String key,
      UUID id,
      long size,
      ETag eTag,
      ObjectMetadata metadata,
      List<Checksum> checksums,
      ObjectKind kind,
      StoredContent content) {
    static NewObject of(Publication publication) {
      return new NewObject(
          publication.bucket().id(),
          publication.key().value(),
          publication.id().value(),
          publication.content().size(),
          publication.eTag(),
          publication.metadata(),
          publication.checksums(),
          publication.kind(),
          publication.content());
    }

    Place place() {
      return new Place(bucketId, key);
    }

    private Buffer inline() {
      return content instanceof StoredContent.Inline inline ? Buffer.buffer(inline.bytes()) : null;
    }

    private int parts() {
      return kind instanceof ObjectKind.Multipart(int parts) ? parts : 0;
    }

    private Integer appends() {
      return kind instanceof ObjectKind.Appendable(int appends) ? appends : null;
    }

    private String symlinkTarget() {
      return kind instanceof ObjectKind.Symlink(ObjectKey target) ? target.value() : null;
    }

    /** The blob of its bytes, or null. */
    UUID blobId() {
      return content instanceof StoredContent.Blob blob ? blob.id().value() : null;
    }
  }

  // Whole milliseconds, taken when the row is changed: whoever waited for another writer is later.
  private static final String NOW = "date_trunc('milliseconds', clock_timestamp())";

  // Row by row: a function of all arrays in FROM would write down every column before the first
  // row.
  private static final String ITEMS =
      """
      (SELECT unnest($1::bigint[]) AS bucket_id, unnest($2::text[]) AS key,
        unnest($3::uuid[]) AS id, unnest($4::bigint[]) AS size, unnest($5::text[]) AS etag,
        unnest($6::jsonb[]) AS headers, unnest($7::jsonb[]) AS user_metadata,
        unnest($8::text[]) AS storage_class, unnest($9::jsonb[]) AS checksums,
        unnest($10::integer[]) AS parts, unnest($11::bytea[]) AS inline,
        unnest($12::uuid[]) AS blob_id, unnest($13::text[]) AS owner, unnest($14::jsonb[]) AS acl,
        unnest($15::jsonb[]) AS tags, unnest($16::text[]) AS redirect,
        unnest($17::integer[]) AS appends, unnest($18::text[]) AS symlink_target) AS item
      """;

  // The blobs' rows are held until the commit: what is swept in between cannot be published, what
  // is published cannot be swept.
  private static final String HELD =
      """
      held AS MATERIALIZED (
        SELECT blob_id FROM pending_blobs WHERE blob_id = ANY ($12::uuid[])
        ORDER BY blob_id FOR UPDATE),
      """;

  private static final String IS_HELD =
      " (item.blob_id IS NULL OR item.blob_id IN (SELECT blob_id FROM held))";

  private static final String RELEASE =
      ", released AS (DELETE FROM pending_blobs WHERE blob_id IN (SELECT blob_id FROM put))";

  /** Answers as the statements that publish do, for those of {@link #places} that are there. */
  static final String FIND_PUBLISHED =
      """
      SELECT o.id, o.modified
      FROM unnest($1::bigint[], $2::text[], $3::uuid[]) AS item(bucket_id, key, id)
      JOIN objects o ON o.bucket_id = item.bucket_id AND o.key = item.key AND o.id = item.id
      """;

  private record Kind(Class<? extends WriteCondition> condition, boolean blobs) {}

  /** Put together once: a text that is the same is found prepared without being read. */
  private static final Map<Kind, String> STATEMENTS = new ConcurrentHashMap<>();

  private ObjectWrites() {}

  /**
   * A statement that publishes under a condition and returns the rows ({@code id, modified}) of
   * what it published. {@link WriteCondition.IfMatch} has one more parameter, the ETags, and is for
   * one object only.
   *
   * @param blobs whether some of the objects have a pending blob
   */
  static String publish(WriteCondition condition, boolean blobs) {
    return STATEMENTS.computeIfAbsent(
        new Kind(condition.getClass(), blobs), kind -> statement(condition, blobs));
  }

  private static String statement(WriteCondition condition, boolean blobs) {
    return blobs
        ? "WITH "
            + HELD
            + "put AS ("
            + put(condition, " WHERE" + IS_HELD, " AND" + IS_HELD)
            + " RETURNING o.id, o.blob_id, o.modified)"
            + RELEASE
            + " SELECT id, modified FROM put"
        : put(condition, "", "") + " RETURNING o.id, o.modified";
  }

  /**
   * A statement that publishes an object made of parts and remembers its upload as finished; the
   * last parameter is the fingerprint. Returns the object, or no row.
   */
  static String finish(WriteCondition condition) {
    int fingerprint = condition instanceof WriteCondition.IfMatch ? 20 : 19;
    return "WITH put AS ("
        + put(condition, "", "")
        + " RETURNING o.*) INSERT INTO finished_uploads (bucket_id, fingerprint, "
        + Rows.OBJECT_COLUMNS
        + ") SELECT bucket_id, $"
        + fingerprint
        + ", "
        + Rows.OBJECT_COLUMNS
        + " FROM put RETURNING "
        + Rows.OBJECT_COLUMNS;
  }

  private static String put(WriteCondition condition, String where, String and) {
    return switch (condition) {
      case WriteCondition.Always always ->
          insert(where) + " ON CONFLICT (bucket_id, key) DO UPDATE SET " + assignments("EXCLUDED");
      case WriteCondition.IfAbsent absent ->
          insert(where) + " ON CONFLICT (bucket_id, key) DO NOTHING";
      case WriteCondition.IfMatch match ->
          "UPDATE objects AS o SET "
              + assignments("item")
              + " FROM "
              + ITEMS
              + " WHERE o.bucket_id = item.bucket_id AND o.key = item.key"
              + " AND ($19::text[] IS NULL OR o.etag = ANY ($19::text[]))"
              + and;
    };
  }

  private static String insert(String where) {
    return """
        INSERT INTO objects AS o (bucket_id, key, id, size, etag, modified, headers, user_metadata,
          storage_class, checksums, parts, inline, blob_id, owner, acl, tags, redirect, appends,
          symlink_target)
        SELECT bucket_id, key, id, size, etag, %s, headers, user_metadata,
          storage_class, checksums, parts, inline, blob_id, owner, acl, tags, redirect, appends,
          symlink_target
        FROM %s %s
        """
        .formatted(NOW, ITEMS, where);
  }

  private static String assignments(String from) {
    return """
        id = @.id, size = @.size, etag = @.etag, modified = %s, headers = @.headers,
        user_metadata = @.user_metadata, storage_class = @.storage_class,
        checksums = @.checksums, parts = @.parts, inline = @.inline, blob_id = @.blob_id,
        owner = @.owner, acl = @.acl, tags = @.tags, redirect = @.redirect,
        appends = @.appends, symlink_target = @.symlink_target,
        restored_from = NULL, restored_until = NULL
        """
        .formatted(NOW)
        .replace("@", from);
  }

  /** The parameters of a statement above. */
  static Tuple parameters(List<NewObject> objects, WriteCondition condition) {
    Columns columns = new Columns(objects);
    Tuple tuple =
        Tuple.tuple()
            .addValue(columns.of(NewObject::bucketId, Long[]::new))
            .addValue(columns.of(NewObject::key, String[]::new))
            .addValue(columns.of(NewObject::id, UUID[]::new))
            .addValue(columns.of(NewObject::size, Long[]::new))
            .addValue(columns.of(object -> object.eTag().value(), String[]::new))
            .addValue(
                columns.of(o -> MetadataJson.ofHeaders(o.metadata().headers()), Object[]::new))
            .addValue(
                columns.of(o -> MetadataJson.ofUserMetadata(o.metadata().user()), Object[]::new))
            .addValue(columns.of(o -> storageClass(o.metadata()), String[]::new))
            .addValue(columns.of(o -> MetadataJson.ofChecksums(o.checksums()), Object[]::new))
            .addValue(columns.of(NewObject::parts, Integer[]::new))
            .addValue(columns.of(NewObject::inline, Buffer[]::new))
            .addValue(columns.of(NewObject::blobId, UUID[]::new))
            .addValue(columns.of(o -> owner(o.metadata()), String[]::new))
            .addValue(columns.of(o -> AclJson.of(o.metadata().acl()), Object[]::new))
            .addValue(columns.of(o -> MetadataJson.ofTags(o.metadata().tags()), Object[]::new))
            .addValue(columns.of(o -> o.metadata().redirect().orElse(null), String[]::new))
            .addValue(columns.of(NewObject::appends, Integer[]::new))
            .addValue(columns.of(NewObject::symlinkTarget, String[]::new));
    return condition instanceof WriteCondition.IfMatch match ? tuple.addValue(eTags(match)) : tuple;
  }

  /** Where the objects are to be, and their ids. */
  static Tuple places(List<NewObject> objects) {
    Columns columns = new Columns(objects);
    return Tuple.tuple()
        .addValue(columns.of(NewObject::bucketId, Long[]::new))
        .addValue(columns.of(NewObject::key, String[]::new))
        .addValue(columns.of(NewObject::id, UUID[]::new));
  }

  /** The ETags of a condition; null for any. */
  static String[] eTags(WriteCondition.IfMatch match) {
    return match.eTags().isEmpty()
        ? null
        : match.eTags().stream().map(ETag::value).toArray(String[]::new);
  }

  static String storageClass(ObjectMetadata metadata) {
    return metadata.storageClass().map(StorageClass::name).orElse(null);
  }

  static String owner(ObjectMetadata metadata) {
    return metadata.owner().map(AccountId::value).orElse(null);
  }

  /** The objects, column by column. */
  private record Columns(List<NewObject> objects) {
    <T> Object of(Function<NewObject, ? extends T> value, IntFunction<T[]> array) {
      T[] column = array.apply(objects.size());
      for (int i = 0; i < column.length; i++) {
        column[i] = value.apply(objects.get(i));
      }
      return column;
    }
  }
}
