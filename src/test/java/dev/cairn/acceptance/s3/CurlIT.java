package dev.cairn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.Tool;
import dev.cairn.acceptance.UsesStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** curl, which signs with V4 by itself. */
class CurlIT {
  @TempDir Path folder;
  private final RunningCairn cairn = PackagedCairn.shared().running();

  @Test
  void curlMakesABucketWritesReadsListsAndDeletes() throws IOException, InterruptedException {
    // Given
    String bucket = cairn.endpoint() + "/curl-" + UUID.randomUUID();
    Path file = folder.resolve("file");
    Files.write(file, UsesStore.bytes(3_000_000, 1));

    // When
    curl("-X", "PUT", bucket);
    curl("-T", file.toString(), bucket + "/a/b.bin");
    curl("-o", "read", bucket + "/a/b.bin");
    String list = curl(bucket + "?list-type=2&prefix=a%2F");
    String missing = Tool.in(folder, cairn).tryRun(command(List.of(bucket + "/c"))).output();
    curl("-X", "DELETE", bucket + "/a/b.bin");
    curl("-X", "DELETE", bucket);

    // Then
    assertThat(Files.mismatch(file, folder.resolve("read"))).isEqualTo(-1);
    assertThat(list).contains("<Key>a/b.bin</Key>").contains("<Size>3000000</Size>");
    assertThat(missing).contains("404");
  }

  private String curl(String... arguments) throws IOException, InterruptedException {
    return Tool.in(folder, cairn).run(command(List.of(arguments)));
  }

  private String[] command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "curl",
                "-sS",
                "--fail",
                "--max-time",
                "60",
                "--aws-sigv4",
                "aws:amz:us-east-1:s3",
                "--user",
                cairn.accessKeyId() + ":" + cairn.secretAccessKey(),
                "-H",
                "x-amz-content-sha256: UNSIGNED-PAYLOAD"));
    command.addAll(arguments);
    return command.toArray(String[]::new);
  }
}
