package dev.cairn.bench;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many objects at once. The first is put by a request, the others are rows like its own, loaded by
 * SQL: to put a million takes too long for a bench.
 */
final class SmallObjects {
  // Populated in one go and kept from being evaluated for each column.
  private static final String COPIES =
      """
      INSERT INTO objects
      SELECT (made).* FROM (
        SELECT jsonb_populate_record(o, jsonb_build_object(
          'key', format(?, n %% ?, n), 'id', gen_random_uuid())) AS made
        FROM objects o JOIN buckets b ON b.id = o.bucket_id, generate_series(1, ?) n
        WHERE b.name = ? AND o.key = ?
        OFFSET 0) copies
      """
          .replace("%%", "%");

  private final MeasuredCairn cairn;
  private final String bucket;

  SmallObjects(MeasuredCairn cairn, String bucket) {
    this.cairn = cairn;
    this.bucket = bucket;
  }

  /**
   * @param format of a key, by its group and its number
   * @param count numbers from 1 on
   */
  void load(String format, int groups, int count, byte[] body) throws IOException, SQLException {
    String template = "template/" + System.nanoTime();
    String target = "/" + bucket + "/" + template;
    cairn.call("PUT", target, body);
    try (var sql = cairn.sql()) {
      try (PreparedStatement insert = sql.prepareStatement(COPIES)) {
        insert.setString(1, format);
        insert.setInt(2, groups);
        insert.setInt(3, count);
        insert.setString(4, bucket);
        insert.setString(5, template);
        insert.execute();
      }
      try (Statement statement = sql.createStatement()) {
        statement.execute("VACUUM ANALYZE objects");
        statement.execute("CHECKPOINT");
      }
    }
    cairn.call("DELETE", target, new byte[0]);
  }

  /** Signed targets of the objects that were loaded as {@code prefix || number}. */
  List<String> targets(String method, String prefix, int count) {
    return targets(cairn, method, "/" + bucket + "/" + prefix, count);
  }

  static List<String> targets(MeasuredCairn cairn, String method, String prefix, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> cairn.presigned(method, prefix + n))
        .toList();
  }
}
