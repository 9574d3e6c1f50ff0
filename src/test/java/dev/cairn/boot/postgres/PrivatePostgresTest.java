package dev.cairn.boot.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivatePostgresTest {

  private static PostgresBinaries binaries;

  @TempDir Path folder;

  @BeforeAll
  static void unpackOnce() {
    binaries = BundledPostgres.unpackedBelow(Path.of("target", "postgres"));
  }

  @Test
  void syncsEveryCommit() throws SQLException {
    try (PrivatePostgres postgres = start()) {
      String fsync = ask(postgres, "SHOW fsync");
      assertThat(fsync).isEqualTo("on");
    }
  }

  @Test
  void findsItsDataAgainAfterAStop() throws SQLException {
    try (PrivatePostgres first = start()) {
      run(first, "CREATE TABLE kept AS SELECT 42 AS answer");
    }
    try (PrivatePostgres second = start()) {
      String answer = ask(second, "SELECT answer FROM kept");
      assertThat(answer).isEqualTo("42");
    }
  }

  @Test
  void leavesNoProcessBehind() {
    PrivatePostgres postgres = start();
    assertThat(server()).isPresent();
    postgres.close();
    assertThat(server()).isEmpty();
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws SQLException {
    try (PrivatePostgres postgres = start()) {
      assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(postgres, "SHOW unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void sortsByBytesAndStoresUtf8() throws SQLException {
    try (PrivatePostgres postgres = start()) {
      assertThat(ask(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(ask(postgres, "SELECT 'a' > 'B'")).isEqualTo("t");
    }
  }

  @Test
  void refusesWrongPassword() {
    try (PrivatePostgres postgres = start()) {
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.url().jdbc(), "cairn", "guess"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void keepsThePasswordToItself() throws Exception {
    try (PrivatePostgres postgres = start()) {
      Path password = folder.resolve("postgres/password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
      assertThat(postgres.url().toString()).doesNotContain(postgres.url().password());
    }
  }

  @Test
  void refusesASecondServerOnTheSameFolder() {
    try (PrivatePostgres first = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOf(PostgresException.class)
          .hasMessageContaining("in use by another Cairn")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void mayBeStoppedTwice() {
    PrivatePostgres postgres = start();
    postgres.close();
    postgres.close();
    assertThat(server()).isEmpty();
  }

  @Test
  void startsItsServerAgainWhenItIsKilled() throws SQLException {
    try (PrivatePostgres postgres = start()) {
      run(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
      try (Connection open = connect(postgres)) {
        killServer();
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .ignoreExceptionsInstanceOf(SQLException.class)
            .until(() -> ask(postgres, "SELECT answer FROM kept").equals("42"));
      }
    }
    assertThat(server()).isEmpty();
  }

  @Test
  void mayBeStoppedWhenItsServerWasKilled() throws SQLException {
    PrivatePostgres crashed = start();
    run(crashed, "CREATE TABLE kept AS SELECT 42 AS answer");
    killServer();
    crashed.close();
    assertThat(server()).isEmpty();

    try (PrivatePostgres next = start()) {
      assertThat(ask(next, "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void takesOverTheServerOfAProcessThatWasKilled() throws Exception {
    Process killed = PostgresProcess.launch(folder, binaries);
    ProcessHandle orphan = server().orElseThrow();
    killed.destroyForcibly().waitFor();

    try (PrivatePostgres next = start()) {
      assertThat(ask(next, "SELECT 1")).isEqualTo("1");
      assertThat(server().orElseThrow().pid()).isNotEqualTo(orphan.pid());
    }
    assertThat(server()).isEmpty();
  }

  @Test
  void refusesTheFolderOfAnotherProcess() throws Exception {
    Process first = PostgresProcess.launch(folder, binaries);
    try {
      assertThatThrownBy(this::start)
          .isInstanceOf(PostgresException.class)
          .hasMessageContaining("in use by another Cairn (process " + first.pid() + ")");
    } finally {
      first.destroyForcibly().waitFor();
      start().close();
    }
  }

  @Test
  void runsAsAnotherUserWhereRootMayMakeNoNamespace() throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    ServerUser ordinary = ServerUser.ordinary();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assumeTrue(
        Command.of(ordinary.before(), binaries.program("initdb"), "--version").succeeds(),
        "the build folder is not open to other users");

    try (PrivatePostgres postgres =
        PrivatePostgres.start(folder, Optional.of(binaries), ordinary)) {
      run(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
      assertThat(server().orElseThrow().info().user()).contains(ordinary.owner().getName());
    }
    // Where a namespace may be made, the files are root's again.
    try (PrivatePostgres postgres = start()) {
      assertThat(ask(postgres, "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void takesNoticeOfAMarkThatBelongsToAnotherProgram() throws Exception {
    start().close();
    Path mark = folder.resolve("postgres/data/postmaster.pid");
    Files.writeString(mark, ProcessHandle.current().pid() + "\n" + folder + "\n");
    try (PrivatePostgres next = start()) {
      assertThat(ask(next, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void refusesAClusterOfAnotherMajorVersion() throws Exception {
    start().close();
    Files.writeString(folder.resolve("postgres/data/PG_VERSION"), "9\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("made by PostgreSQL 9")
        .hasMessageContaining("CAIRN_POSTGRES_BIN");
  }

  @Test
  void makesTheClusterAnewAfterACrashInTheMiddle() throws Exception {
    Path half = folder.resolve("postgres/data-initialising");
    Files.createDirectories(half);
    Files.writeString(half.resolve("PG_VERSION"), "18\n");
    try (PrivatePostgres postgres = start()) {
      assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
    }
    assertThat(half).doesNotExist();
  }

  @Test
  void refusesAFolderWithoutPrograms() {
    assertThatThrownBy(() -> new PostgresBinaries(folder))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("no executable initdb");
  }

  @Test
  void bundlesTheVersionItSays() {
    String said = Command.of(binaries.program("postgres"), "--version").run();
    assertThat(said).contains("(PostgreSQL) " + BundledPostgres.VERSION);
  }

  private PrivatePostgres start() {
    return PrivatePostgres.start(folder, Optional.of(binaries));
  }

  private void killServer() {
    Optional<ProcessHandle> server = server();
    server.orElseThrow().destroyForcibly();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !server().equals(server));
  }

  private Optional<ProcessHandle> server() {
    String data = folder.resolve("postgres/data").toString();
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().command().orElse("").endsWith("/postgres"))
        .filter(p -> p.info().commandLine().orElse("").contains(data))
        .findFirst();
  }

  private static String ask(PrivatePostgres postgres, String question) throws SQLException {
    try (Connection connection = connect(postgres);
        ResultSet answer = connection.createStatement().executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static void run(PrivatePostgres postgres, String statement) throws SQLException {
    try (Connection connection = connect(postgres)) {
      connection.createStatement().execute(statement);
    }
  }

  private static Connection connect(PrivatePostgres postgres) throws SQLException {
    DatabaseUrl url = postgres.url();
    return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
  }
}
