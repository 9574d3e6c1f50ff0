package dev.cairn.bench;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireRequest;
import dev.cairn.boot.postgres.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Cairn as users run it: packaged, with its private PostgreSQL, with the settings that it has when
 * nothing is set. Requests are signed URLs.
 */
final class MeasuredCairn implements AutoCloseable {
  private static final long VALID_SECONDS = 86_400;

  private final PackagedCairn process;
  private final RunningCairn running;

  private MeasuredCairn(PackagedCairn process) {
    this.process = process;
    this.running = process.running();
  }

  /** A start on an empty folder. */
  static MeasuredCairn in(Path dataFolder, List<String> jvm) {
    PackagedCairn.Start start = PackagedCairn.in(dataFolder).asUsersDo();
    jvm.forEach(start::jvm);
    return new MeasuredCairn(start.start());
  }

  int port() {
    return running.port();
  }

  DatabaseUrl database() {
    return running.database();
  }

  ProcessUsage usage() {
    return new ProcessUsage(process.pid());
  }

  /** That of PostgreSQL: the first process and all that it began. */
  ProcessUsage databaseUsage() throws IOException {
    Path mark = running.dataFolder().resolve("postgres/data/postmaster.pid");
    return new ProcessUsage(Long.parseLong(Files.readAllLines(mark).getFirst().strip()));
  }

  java.sql.Connection sql() throws SQLException {
    DatabaseUrl url = database();
    return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
  }

  Connection connect() throws IOException {
    return Connection.to(port());
  }

  SignerV4 signer() {
    return new SignerV4(running.accessKeyId(), running.secretAccessKey());
  }

  WireRequest request(String method, String target) {
    return WireRequest.of(method, target).with("Host", "127.0.0.1:" + port());
  }

  /** The target of a signed URL. */
  String presigned(String method, String target) {
    return presigned(request(method, target)).target();
  }

  private WireRequest presigned(WireRequest request) {
    return signer().presign(request, VALID_SECONDS);
  }

  /** A signed request without a body. */
  byte[] head(String method, String target) {
    return presigned(request(method, target)).head();
  }

  /** A signed GET of a range. */
  byte[] range(String target, long first, long last) {
    return presigned(request("GET", target)).with("Range", "bytes=" + first + "-" + last).head();
  }

  /** A signed request whose body of so many bytes follows. */
  byte[] head(String method, String target, long length) {
    return presigned(request(method, target)).with("Content-Length", Long.toString(length)).head();
  }

  void createBucket(String bucket) throws IOException {
    call("PUT", "/" + bucket, new byte[0]);
  }

  /** A signed request with a small body; the answer's text. */
  String call(String method, String target, byte[] body) throws IOException {
    try (Connection connection = connect()) {
      return connection.text(
          connection.send(presigned(request(method, target).body(body)).bytes()));
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
