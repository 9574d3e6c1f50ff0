package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.boot.postgres.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a Cairn keeps, seen from behind: to show that something left nothing.
 *
 * @param blobs the files of bytes, those being written too
 * @param rows of objects, parts and uploads
 * @param pending rows of blobs being written
 */
public record Stored(Set<String> blobs, String rows, int pending) {
  private static final String COUNTS =
      """
      SELECT 'objects ' || (SELECT count(*) FROM objects)
          || ', parts ' || (SELECT count(*) FROM parts)
          || ', uploads ' || (SELECT count(*) FROM uploads)
          || '; ' || (SELECT count(*) FROM pending_blobs)
      """;

  public static Stored in(RunningCairn cairn) {
    String[] counts = ask(cairn, COUNTS).split("; ", 2);
    return new Stored(
        files(cairn.dataFolder().resolve("blobs")), counts[0], Integer.parseInt(counts[1]));
  }

  /**
   * Nothing has come since: files and pending blobs may have gone, because the reaper is at work
   * and what earlier clients left is being removed. What a client that hung up left is removed when
   * the service notices, so this waits a little.
   */
  public void assertNothingCame(RunningCairn cairn) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .pollDelay(Duration.ZERO)
        .untilAsserted(
            () -> {
              Stored now = in(cairn);
              assertThat(now.rows).isEqualTo(rows);
              assertThat(now.pending).isLessThanOrEqualTo(pending);
              assertThat(blobs).containsAll(now.blobs);
            });
  }

  /** The first column of the first row. */
  public static String ask(RunningCairn cairn, String question) {
    try (Connection connection = connect(cairn.database());
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static int change(RunningCairn cairn, String statement) {
    try (Connection connection = connect(cairn.database());
        Statement change = connection.createStatement()) {
      return change.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  // Not through the DriverManager, which the class loaders of a QuarkusTest confuse.
  private static Connection connect(DatabaseUrl url) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", url.user());
    login.setProperty("password", url.password());
    return new org.postgresql.Driver().connect(url.jdbc(), login);
  }

  private static Set<String> files(Path folder) {
    if (!Files.exists(folder)) {
      return Set.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(Path::toString).collect(Collectors.toSet());
    } catch (UncheckedIOException | IOException e) {
      return files(folder); // A folder went while we looked.
    }
  }
}
