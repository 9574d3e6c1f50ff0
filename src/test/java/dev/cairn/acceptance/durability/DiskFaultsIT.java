package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.boot.postgres.SharedPostgres;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A disk that fails while the service runs, on a small file system of the service's own: calls to
 * the kernel fail as {@code strace} lets them. Whoever writes or reads meanwhile is told, never
 * given wrong bytes, and afterwards all is as before.
 */
class DiskFaultsIT {
  /** The disk is this large; an object takes half of it or less. */
  private static final int ROOM = 16 << 20;

  private static final byte[] KEPT = UsesStore.bytes(3 << 20, 1);
  private static final byte[] OTHER = UsesStore.bytes(2 << 20, 2);

  /** Its folders are the third and fourth byte of its name. */
  private static final String FILE_OF_KEPT =
      """
      SELECT 'blobs/' || substr(id, 5, 2) || '/' || substr(id, 7, 2) || '/' || id
      FROM (SELECT blob_id::text AS id FROM objects WHERE key = 'kept') AS named
      """;

  private static final Path FOLDER = PackagedCairn.newFolder();
  private static PackagedCairn cairn;
  private static WireStore store;

  private Stored before;
  private long openBefore;

  @BeforeAll
  static void start() throws IOException {
    cairn =
        PackagedCairn.in(FOLDER)
            .database(SharedPostgres.get().newDatabase())
            .behind(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + ROOM + " none \"$CAIRN_DATA_DIR\" && exec \"$@\"",
                "cairn")
            .start();
    store = new WireStore(cairn.running(), "faulty");
    store.createBucket();
    assertThat(store.put("kept", KEPT).status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    cairn.close();
    PackagedCairn.deleteTree(FOLDER);
  }

  @BeforeEach
  void lookAtIt() throws IOException {
    before = Stored.in(cairn.running());
    openBefore = openFiles();
  }

  /** Nothing came, nothing went, and everything works again. */
  @AfterEach
  void isAsItWas() throws IOException {
    before.assertNothingCame(cairn.running());
    assertThat(store.get("kept").body()).isEqualTo(KEPT);
    assertThat(store.put("again", OTHER).status()).isEqualTo(200);
    assertThat(store.get("again").body()).isEqualTo(OTHER);
    assertThat(store.delete("again").status()).isEqualTo(204);
    await().atMost(Duration.ofMinutes(1)).until(() -> openFiles() < openBefore + 8);
    await().atMost(Duration.ofMinutes(1)).until(() -> blobs().size() == 1);
  }

  /** The file system as the service sees it. */
  private static Path root() {
    return Path.of("/proc", Long.toString(cairn.pid()), "root");
  }

  private static Set<String> blobs() throws IOException {
    return Remains.filesOf(root().resolve(Path.of("/").relativize(FOLDER)));
  }

  private static long openFiles() throws IOException {
    try (var files = Files.list(Path.of("/proc", Long.toString(cairn.pid()), "fd"))) {
      return files.count();
    }
  }

  /** While it is open, a call of the service to the kernel fails with an error. */
  private record Fault(Process strace, Path output) implements AutoCloseable {
    static Fault of(String call, String error, String... more)
        throws IOException, InterruptedException {
      Path output = Files.createTempFile("fault", ".strace");
      List<String> command = new ArrayList<>(List.of("strace", "-f", "-o", output.toString()));
      command.addAll(List.of("-e", "trace=" + call, "-e", "inject=" + call + ":error=" + error));
      command.addAll(List.of(more));
      command.addAll(List.of("-p", Long.toString(cairn.pid())));
      Path said = Path.of("target", "fault.log");
      Process strace =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      await().atMost(Duration.ofMinutes(1)).until(() -> isTraced() || !strace.isAlive());
      assertThat(strace.isAlive()).as("strace may trace, see %s", said).isTrue();
      return new Fault(strace, output);
    }

    private static boolean isTraced() throws IOException {
      try (var tasks = Files.list(Path.of("/proc", Long.toString(cairn.pid()), "task"))) {
        return tasks.allMatch(DiskFaultsIT::hasTracer);
      }
    }

    boolean happened() throws IOException {
      return Files.readString(output).contains("(INJECTED)");
    }

    @Override
    public void close() throws IOException, InterruptedException {
      strace.destroy();
      assertThat(strace.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(happened()).as("the fault happened").isTrue();
      Files.delete(output);
    }
  }

  private static boolean hasTracer(Path task) {
    try {
      return !Files.readString(task.resolve("status")).contains("TracerPid:\t0\n");
    } catch (IOException e) {
      return true; // A thread that has ended.
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pwrite64, EIO, 500, InternalError",
    "pwrite64, ENOSPC, 507, InsufficientStorage",
    "'fsync,fdatasync', EIO, 500, InternalError",
    "'fsync,fdatasync', ENOSPC, 507, InsufficientStorage",
  })
  void refusesWhatItCannotWrite(String call, String error, int status, String code)
      throws Exception {
    String upload = WireStore.uploadId(store.initiate("parts"));
    try (Fault fault = Fault.of(call, error)) {
      assertRefused(store.put("new", OTHER), status, code);
      assertRefused(store.put("kept", OTHER), status, code);
      assertRefused(store.part("parts", upload, 1, OTHER), status, code);
      assertRefused(store.append("kept", KEPT.length, OTHER), status, code);
      assertRefused(store.copy("kept", "copy"), status, code);
      assertThat(store.get("kept").body()).isEqualTo(KEPT);
    }
    assertThat(store.get("new").status()).isEqualTo(404);
    assertThat(store.get("copy").status()).isEqualTo(404);
    assertThat(WireStore.parts(store.listParts("parts", upload))).isEqualTo(new TreeMap<>());
    store.abort("parts", upload);
  }

  private static void assertRefused(WireAnswer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.error()).containsEntry("Code", code);
  }

  @Test
  void breaksOffWhatItCannotRead() throws Exception {
    try (Fault fault = Fault.of("sendfile", "EIO")) {
      assertThatThrownBy(() -> store.get("kept")).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void copiesNothingThatItCannotRead() throws Exception {
    // The machine's own files are read in this way too: only the object's may fail.
    Path file = FOLDER.resolve(Stored.ask(cairn.running(), FILE_OF_KEPT));
    try (Fault fault = Fault.of("pread64", "EIO", "-P", file.toString())) {
      assertRefused(store.copy("kept", "copy"), 500, "InternalError");
    }
    assertThat(store.get("copy").status()).isEqualTo(404);
  }

  @Test
  void readsFromADiskThatMayNotBeWritten() throws Exception {
    remount("ro");
    try {
      assertRefused(store.put("new", OTHER), 500, "InternalError");
      assertRefused(store.copy("kept", "copy"), 500, "InternalError");
      assertThat(store.get("kept").body()).isEqualTo(KEPT);
      assertThat(store.put("short", new byte[100]).status()).isEqualTo(200);
      assertThat(store.delete("short").status()).isEqualTo(204);
    } finally {
      remount("rw");
    }
  }

  private static void remount(String mode) throws IOException, InterruptedException {
    Process remount =
        new ProcessBuilder(
                "nsenter",
                "-t",
                Long.toString(cairn.pid()),
                "-U",
                "-m",
                "--preserve-credentials",
                "mount",
                "-o",
                "remount," + mode,
                FOLDER.toString())
            .inheritIO()
            .start();
    assertThat(remount.waitFor()).isZero();
  }
}
