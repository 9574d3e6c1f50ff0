package dev.cairn.bench;

import dev.cairn.boot.postgres.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Cairn's own PostgreSQL does for a client that speaks its protocol: single rows by key, found
 * or committed, by prepared statements. The rows have what a listing shows of an object, not its
 * bytes.
 */
final class Pgbench {
  private static final int ROWS = 100_000;
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final Pattern COUNT = Pattern.compile("actually processed: ([0-9]+)");

  private final DatabaseUrl database;
  private final Path folder;

  private Pgbench(DatabaseUrl database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  static Pgbench of(MeasuredCairn cairn, Path folder) throws IOException, SQLException {
    try (var sql = cairn.sql();
        Statement statement = sql.createStatement()) {
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS bench_rows (
            key text COLLATE "C" PRIMARY KEY, size bigint NOT NULL, etag text NOT NULL,
            modified timestamptz NOT NULL);
          INSERT INTO bench_rows
            SELECT 'k' || n, n, md5(n::text), now() FROM generate_series(1, %d) n
            ON CONFLICT DO NOTHING;
          """
              .formatted(ROWS));
      statement.execute("VACUUM ANALYZE bench_rows");
    }
    return new Pgbench(cairn.database(), Files.createDirectories(folder));
  }

  Measurement selects(int clients, int seconds) throws IOException, InterruptedException {
    return run(
        "select",
        """
        \\set n random(1, %d)
        SELECT size, etag, modified FROM bench_rows WHERE key = 'k' || :n;
        """
            .formatted(ROWS),
        clients,
        seconds);
  }

  Measurement inserts(int clients, int seconds) throws IOException, InterruptedException {
    return run(
        "insert",
        """
        INSERT INTO bench_rows VALUES (
          gen_random_uuid()::text, 4096, '0cc175b9c0f1b6a831c399e269772661', clock_timestamp());
        """,
        clients,
        seconds);
  }

  private Measurement run(String name, String script, int clients, int seconds)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name + ".sql"), script);
    ProcessBuilder command =
        new ProcessBuilder(
            "pgbench",
            "--no-vacuum",
            "--protocol=prepared",
            "--client=" + clients,
            "--jobs=1",
            "--time=" + seconds,
            "--file=" + file,
            "--host=" + database.host(),
            "--port=" + database.port(),
            "--username=" + database.user(),
            database.database());
    command.environment().put("PGPASSWORD", database.password());
    String said = Output.of(command);
    double count = Double.parseDouble(found(COUNT, said));
    return new Measurement(count, count / Double.parseDouble(found(RATE, said)));
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(text);
    }
    return matcher.group(1);
  }
}
