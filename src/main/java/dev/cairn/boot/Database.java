package dev.cairn.boot;

import dev.cairn.boot.postgres.DatabaseUrl;
import dev.cairn.boot.postgres.PostgresBinaries;
import dev.cairn.boot.postgres.PostgresException;
import dev.cairn.boot.postgres.PrivatePostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** The database of this run: the one that is given, or a private one that ends with it. */
record Database(DatabaseUrl url, Optional<PrivatePostgres> ours) implements AutoCloseable {

  private static final String PROPERTY = "cairn.database-url";
  private static final String PATIENCE_SECONDS = "10";
  private static final int OLDEST_VERSION = 14;
  private static final String ENCODING = "UTF8";

  static Database open(Settings settings) {
    if (settings.databaseUrl().isPresent()) {
      DatabaseUrl url = parse(settings.databaseUrl().get());
      reach(url);
      return new Database(url, Optional.empty());
    }
    Optional<PostgresBinaries> binaries = settings.postgresBin().map(Database::binaries);
    PrivatePostgres postgres = PrivatePostgres.start(settings.dataDir(), binaries);
    return new Database(postgres.url(), Optional.of(postgres));
  }

  private static PostgresBinaries binaries(Path folder) {
    try {
      return new PostgresBinaries(folder);
    } catch (PostgresException e) {
      throw SettingsReader.refused("cairn.postgres-bin", e.getMessage());
    }
  }

  private static DatabaseUrl parse(String text) {
    try {
      return DatabaseUrl.parse(text);
    } catch (IllegalArgumentException e) {
      throw SettingsReader.refused(PROPERTY, e.getMessage());
    }
  }

  private static void reach(DatabaseUrl url) {
    Properties login = new Properties();
    login.setProperty("user", url.user());
    login.setProperty("password", url.password());
    login.setProperty("connectTimeout", PATIENCE_SECONDS);
    login.setProperty("loginTimeout", PATIENCE_SECONDS);
    try (Connection connection = new Driver().connect(url.jdbc(), login)) {
      if (connection == null) {
        throw SettingsReader.refused(PROPERTY, "is none that the driver takes");
      }
      serves(connection.unwrap(PGConnection.class), url);
    } catch (SQLException e) {
      throw new StartException(
          SettingsReader.variable(PROPERTY)
              + ": no connection to "
              + url
              + ": "
              + e.getMessage().lines().findFirst().orElse(""),
          e);
    }
  }

  /** What the server says of itself with its first answer. */
  private static void serves(PGConnection connection, DatabaseUrl url) throws SQLException {
    String version = connection.getParameterStatus("server_version");
    String encoding = connection.getParameterStatus("server_encoding");
    if (((Connection) connection).getMetaData().getDatabaseMajorVersion() < OLDEST_VERSION) {
      throw SettingsReader.refused(
          PROPERTY,
          url
              + " is PostgreSQL "
              + version
              + ", and "
              + OLDEST_VERSION
              + " is the oldest that will do");
    }
    if (!encoding.equals(ENCODING)) {
      throw SettingsReader.refused(
          PROPERTY, url + " has the encoding " + encoding + ", and must have " + ENCODING);
    }
  }

  /** Tells the framework, which reads its own settings from the system properties among others. */
  void announce() {
    System.setProperty("quarkus.datasource.jdbc.url", url.jdbc());
    System.setProperty("quarkus.datasource.reactive.url", url.reactive());
    System.setProperty("quarkus.datasource.username", url.user());
    System.setProperty("quarkus.datasource.password", url.password());
    System.setProperty("quarkus.datasource.reactive.trust-all", Boolean.toString(url.encrypted()));
  }

  @Override
  public void close() {
    ours.ifPresent(PrivatePostgres::close);
  }
}
