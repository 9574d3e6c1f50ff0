package dev.cairn.bench;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.Random;

/**
 * Completing an upload of 10,000 parts. One part is sent; the others are rows like its own, loaded
 * by SQL. The limit is to insert the same rows by one statement.
 */
final class ManyParts extends Case {
  private static final int PARTS = 10_000;
  // The least that all parts but the last must have.
  private static final int PART_BYTES = 5 << 20;
  private static final String COPIES =
      """
      INSERT INTO parts
      SELECT (made).* FROM (
        SELECT jsonb_populate_record(p, jsonb_build_object(
          'number', n, 'blob_id', gen_random_uuid())) AS made
        FROM parts p JOIN uploads u ON u.id = p.owner_id, generate_series(2, ?) n
        WHERE u.key = ? AND p.number = 1
        OFFSET 0) copies
      """;

  private final byte[] part = new byte[PART_BYTES];
  private MultipartUpload upload;
  private byte[] document;

  ManyParts(Surroundings with) {
    super(
        with,
        "complete-10k",
        "Complete of 10,000 parts",
        Unit.PARTS,
        Goal.ratio(0.2, "the same rows by one INSERT"));
    new Random(1).nextBytes(part);
  }

  @Override
  void prepare() throws Exception {
    execute("CREATE TABLE bench_parts (LIKE parts INCLUDING ALL)");
  }

  @Override
  void prepareRound(int round) throws Exception {
    upload = MultipartUpload.initiate(with.cairn(), with.target(key(round)));
    String[] eTags = new String[PARTS];
    try (Connection connection = with.cairn().connect()) {
      connection.write(ByteBuffer.wrap(with.cairn().head("PUT", upload.partTarget(1), PART_BYTES)));
      Connection.Head answer = connection.send(part);
      Arrays.fill(eTags, answer.header("etag"));
    }
    document = MultipartUpload.document(eTags);
    try (var sql = with.cairn().sql();
        PreparedStatement copies = sql.prepareStatement(COPIES)) {
      copies.setInt(1, PARTS);
      copies.setString(2, key(round));
      copies.execute();
    }
    execute("VACUUM ANALYZE parts");
  }

  private String key(int round) {
    return name() + "/" + round;
  }

  @Override
  Measurement cairn(int round) throws Exception {
    long start = System.nanoTime();
    upload.complete(document);
    return new Measurement(PARTS, (System.nanoTime() - start) / 1e9);
  }

  /** The upload's or by now the object's: completing it gives its rows no other owner. */
  @Override
  Measurement limit(int round) throws Exception {
    execute("TRUNCATE bench_parts");
    try (var sql = with.cairn().sql();
        PreparedStatement insert =
            sql.prepareStatement(
                "INSERT INTO bench_parts SELECT p.* FROM parts p WHERE p.owner_id ="
                    + " (SELECT owner_id FROM parts WHERE number = ? ORDER BY modified DESC LIMIT 1)")) {
      insert.setInt(1, PARTS);
      long start = System.nanoTime();
      int inserted = insert.executeUpdate();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (inserted != PARTS) {
        throw new IllegalStateException(inserted + " parts");
      }
      return new Measurement(PARTS, seconds);
    }
  }

  private void execute(String statement) throws Exception {
    try (var sql = with.cairn().sql();
        var run = sql.createStatement()) {
      run.execute(statement);
    }
  }
}
