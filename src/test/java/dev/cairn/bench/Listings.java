package dev.cairn.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A million keys listed page by page, against the rows selected page by page. */
final class Listings extends Case {
  static final String BUCKET = "list-all";
  static final int PREFIXES = 100;
  static final String KEY_FORMAT = "prefix-%1$s/object-%2$s";
  private static final String FIRST = "/" + BUCKET + "?list-type=2&max-keys=1000";
  // What is read of a page: the count and the token stand there.
  private static final int BEFORE_THE_FIRST_KEY = 1024;
  private static final Pattern COUNT = Pattern.compile("<KeyCount>(\\d+)</KeyCount>");
  private static final Pattern NEXT =
      Pattern.compile("<NextContinuationToken>(.*)</NextContinuationToken>");
  private static final String PAGE =
      """
      SELECT key, id, size, etag, modified, storage_class, checksums, parts, owner FROM objects
      WHERE bucket_id = ? AND key > ? ORDER BY key COLLATE "C" LIMIT 1000
      """;

  private final int keys;

  Listings(Surroundings with) {
    super(
        with,
        "list",
        "list 1,000,000 keys by 1000",
        Unit.KEYS,
        Goal.ratio(0.5, "SELECT … ORDER BY, by 1000").andRate(165_000));
    this.keys = keys(with);
  }

  static int keys(Surroundings with) {
    return with.options().scaled(1_000_000);
  }

  @Override
  void prepare() throws Exception {
    fill(with, BUCKET, keys);
  }

  /** Makes a bucket of so many keys, unless another case has. */
  static void fill(Surroundings with, String bucket, int keys) throws Exception {
    if (!with.cairn().call("GET", "/", new byte[0]).contains("<Name>" + bucket + "</Name>")) {
      with.cairn().createBucket(bucket);
      new SmallObjects(with.cairn(), bucket).load(KEY_FORMAT, PREFIXES, keys, new byte[16]);
    }
  }

  @Override
  Measurement cairn(int round) throws Exception {
    try (Connection connection = with.cairn().connect()) {
      int listed = 0;
      long start = System.nanoTime();
      for (String target = FIRST; target != null; ) {
        String page =
            connection.beginning(
                connection.send(with.cairn().head("GET", target)), BEFORE_THE_FIRST_KEY);
        listed += Integer.parseInt(found(COUNT, page));
        String next = found(NEXT, page);
        target =
            next == null
                ? null
                : FIRST + "&continuation-token=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
      }
      return measured(listed, start);
    }
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    return matcher.find() ? matcher.group(1) : null;
  }

  @Override
  Measurement limit(int round) throws Exception {
    try (var sql = with.cairn().sql();
        PreparedStatement select = sql.prepareStatement(PAGE)) {
      select.setLong(1, bucketId(sql));
      int listed = 0;
      int before = -1;
      String last = "";
      long start = System.nanoTime();
      while (listed > before) {
        before = listed;
        select.setString(2, last);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            last = rows.getString(1);
            listed++;
          }
        }
      }
      return measured(listed, start);
    }
  }

  private Measurement measured(int listed, long start) throws IOException {
    if (listed != keys) {
      throw new IOException(listed + " keys");
    }
    return new Measurement(listed, (System.nanoTime() - start) / 1e9);
  }

  private static long bucketId(java.sql.Connection sql) throws Exception {
    try (PreparedStatement select = sql.prepareStatement("SELECT id FROM buckets WHERE name = ?")) {
      select.setString(1, BUCKET);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
