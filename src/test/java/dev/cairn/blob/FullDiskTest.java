package dev.cairn.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cairn.core.body.ArraySlab;
import dev.cairn.core.content.BlobStore;
import dev.cairn.model.BlobId;
import dev.cairn.model.Failure.NoSpace;
import dev.cairn.model.FailureException;
import io.vertx.core.Vertx;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a small tmpfs, which a process of its own may mount. */
class FullDiskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PASSED = "passed on a full disk";

  @TempDir Path folder;

  @Test
  void refusesWithNoSpaceLeavesNothingAndWorksAgain() throws Exception {
    // Given
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        "mount -t tmpfs -o size=4m tmpfs '%s' || exit 77; exec '%s' -cp '%s' %s '%s'"
            .formatted(
                folder,
                java,
                System.getProperty("java.class.path"),
                FullDiskTest.class.getName(),
                folder);
    File output = Files.createTempFile("full-disk", ".log").toFile();
    assumeThat(Path.of("/usr/bin/unshare")).exists();

    // When
    Process process =
        new ProcessBuilder("unshare", "-Urm", "sh", "-c", script)
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();

    // Then
    assertThat(ended).isTrue();
    String said = Files.readString(output.toPath());
    assumeThat(process.exitValue()).as("may mount: " + said).isNotIn(1, 77);
    assertThat(said).contains(PASSED);
  }

  /** Runs in the process that has the small disk. */
  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Path disk = Path.of(arguments[0]);
      FileBlobStore store = new FileBlobStore(vertx, disk);
      long openBefore = openFiles();
      for (int i = 0; i < 8; i++) {
        fillUp(store, disk);
        assertThat(filesOn(disk)).isZero();
      }
      assertThat(openFiles()).isLessThan(openBefore + 8);
      write(store, 3);
      System.out.println(PASSED);
    } catch (Throwable failure) {
      failure.printStackTrace(System.out);
      Runtime.getRuntime().halt(2);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void fillUp(FileBlobStore store, Path disk) throws IOException {
    DiskFailures failures = new DiskFailures(disk);
    IOException inGerman = new IOException("Auf dem Gerät ist kein Speicherplatz mehr verfügbar");
    IOException missing = new NoSuchFileException("/blobs/a");
    Path filler = Files.write(disk.resolve("filler"), new byte[7 << 19]);
    assertThat(failures.translate(inGerman)).isInstanceOf(FailureException.class);
    assertThat(failures.translate(missing)).isSameAs(missing);
    Files.delete(filler);
    assertThat(failures.translate(inGerman)).isSameAs(inGerman);
    assertThatThrownBy(() -> write(store, 5))
        .isInstanceOfSatisfying(
            FailureException.class,
            failure -> assertThat(failure.failure()).isEqualTo(new NoSpace()));
  }

  private static void write(FileBlobStore store, int mebibytes) {
    BlobId id = new BlobId(UUID.randomUUID());
    BlobStore.Writer writer = store.create(id).await().atMost(PATIENCE);
    try {
      for (int i = 0; i < mebibytes; i++) {
        writer.append(new ArraySlab(new byte[1 << 20], 0, 1 << 20)).await().atMost(PATIENCE);
      }
      writer.commit().await().atMost(PATIENCE);
    } catch (FailureException failure) {
      writer.discard().await().atMost(PATIENCE);
      throw failure;
    }
  }

  private static long filesOn(Path disk) throws IOException {
    try (Stream<Path> files = Files.walk(disk)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }
}
