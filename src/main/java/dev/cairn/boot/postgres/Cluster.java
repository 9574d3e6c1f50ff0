package dev.cairn.boot.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The files of the database: made once, then checked, configured and owned at every start. */
final class Cluster {

  static final String USER = "cairn";
  static final String DATABASE = "cairn";

  private static final int PASSWORD_BYTES = 24;

  private final Path home;
  private final PostgresBinaries binaries;
  private final ServerUser server;

  Cluster(Path home, PostgresBinaries binaries, ServerUser server) {
    this.home = home;
    this.binaries = binaries;
    this.server = server;
  }

  /** The folder that PostgreSQL calls its data directory. */
  Path data() {
    return home.resolve("data");
  }

  Path log() {
    return home.resolve("server.log");
  }

  private Path passwordFile() {
    return home.resolve("password");
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  /** Makes the cluster unless it is there; one half made by a crash has another name and goes. */
  void prepare() throws IOException {
    if (Files.isDirectory(data())) {
      refuseOtherVersion();
      if (!Files.exists(passwordFile())) {
        throw new PostgresException(passwordFile() + " is missing: without it no one can log in");
      }
      server.own(home);
      return;
    }
    makePassword();
    Path fresh = home.resolve("data-initialising");
    FileTree.delete(fresh);
    server.own(home);
    initialise(fresh);
    Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    FileTree.sync(home); // initdb has synced what is in it
  }

  private void initialise(Path folder) {
    Command.of(
            server.before(),
            binaries.program("initdb"),
            "--pgdata=" + folder,
            "--username=" + USER,
            "--pwfile=" + passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--data-checksums")
        .run();
    Command.of(
            server.before(),
            binaries.program("postgres"),
            "--single",
            "-D",
            folder.toString(),
            "postgres")
        .reading("CREATE DATABASE " + DATABASE + "\n")
        .run();
  }

  private void makePassword() throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile(), password + "\n");
    FileTree.sync(passwordFile());
  }

  private void refuseOtherVersion() throws IOException {
    String made = Files.readString(data().resolve("PG_VERSION")).strip();
    String ours = Integer.toString(binaries.major());
    if (!made.equals(ours)) {
      throw new PostgresException(
          "%s was made by PostgreSQL %s, and %s is PostgreSQL %s: give CAIRN_POSTGRES_BIN one of version %s"
              .formatted(data(), made, binaries.bin(), ours, made));
    }
  }

  /**
   * Writes the settings anew, so that they are those of the running version of Cairn. What an
   * operator gives by ALTER SYSTEM is kept by PostgreSQL in another file, and wins.
   */
  void configure(int port) throws IOException {
    String settings =
        """
        # Written by Cairn at every start; use ALTER SYSTEM for settings of your own.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 60
        password_encryption = 'scram-sha-256'

        fsync = on
        synchronous_commit = on
        full_page_writes = on

        shared_buffers = 128MB
        work_mem = 4MB
        maintenance_work_mem = 32MB
        max_wal_size = 512MB
        max_parallel_workers_per_gather = 0
        jit = off

        log_line_prefix = '%%m [%%p] '
        log_checkpoints = off
        log_timezone = 'UTC'
        timezone = 'UTC'
        """
            .formatted(port);
    Path file = data().resolve("postgresql.conf");
    Files.write(file, settings.getBytes(StandardCharsets.UTF_8));
  }
}
