package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the machine, run to its end; it must be installed. */
public final class Tool {
  private final Path folder;
  private final Map<String, String> environment;

  private Tool(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Runs in this folder, with root's credentials in AWS's own variables. */
  public static Tool in(Path folder, RunningCairn cairn) {
    return new Tool(
        folder,
        Map.of(
            "AWS_ACCESS_KEY_ID", cairn.accessKeyId(),
            "AWS_SECRET_ACCESS_KEY", cairn.secretAccessKey(),
            "AWS_DEFAULT_REGION", "us-east-1",
            "AWS_ENDPOINT_URL", cairn.endpoint().toString(),
            "AWS_CONFIG_FILE", folder.resolve("no-config").toString(),
            "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString()));
  }

  /** The same with temporary credentials. */
  public Tool as(String accessKeyId, String secretAccessKey, String token) {
    Map<String, String> others = new HashMap<>(environment);
    others.put("AWS_ACCESS_KEY_ID", accessKeyId);
    others.put("AWS_SECRET_ACCESS_KEY", secretAccessKey);
    others.put("AWS_SESSION_TOKEN", token);
    return new Tool(folder, others);
  }

  /** What it printed; it must succeed. */
  public String run(String... command) throws IOException, InterruptedException {
    Ran ran = tryRun(command);
    assertThat(ran.status()).as("%s:\n%s", List.of(command), ran.output()).isZero();
    return ran.output();
  }

  public Ran tryRun(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(List.of(command) + " does not end:\n" + Files.readString(output));
    }
    return new Ran(process.exitValue(), Files.readString(output).strip());
  }

  /** How a program ended and what it said. */
  public record Ran(int status, String output) {}
}
