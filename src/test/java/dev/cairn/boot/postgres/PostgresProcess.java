package dev.cairn.boot.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of its own that starts the private PostgreSQL and then only waits to be killed. */
final class PostgresProcess {

  private PostgresProcess() {}

  public static void main(String... args) throws InterruptedException {
    PostgresBinaries binaries = new PostgresBinaries(Path.of(args[1]));
    PrivatePostgres postgres = PrivatePostgres.start(Path.of(args[0]), Optional.of(binaries));
    System.out.println(postgres.url());
    TimeUnit.MINUTES.sleep(5);
  }

  /** Starts the process, and comes back when its server runs. */
  static Process launch(Path folder, PostgresBinaries binaries) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PostgresProcess.class.getName(),
                folder.toString(),
                binaries.bin().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.inputReader().readLine() == null) {
      throw new IOException("the process has started no server");
    }
    return process;
  }
}
