package dev.cairn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.Tool;
import dev.cairn.acceptance.UsesStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The aws command, as the README's first session uses it. */
class AwsCommandIT {
  private static final int SIZE = 100 << 20;

  @TempDir Path folder;
  private final RunningCairn cairn = PackagedCairn.shared().running();
  private final String bucket = "aws-" + UUID.randomUUID();

  @Test
  void aFirstSession() throws IOException, InterruptedException {
    Path file = folder.resolve("big.bin");
    Files.write(file, UsesStore.bytes(SIZE, 1));
    String object = "s3://" + bucket + "/big.bin";

    aws("s3", "mb", "s3://" + bucket);
    aws("s3", "cp", "--no-progress", file.toString(), object);
    assertThat(aws("s3", "ls", "s3://" + bucket)).contains(SIZE + " big.bin");
    assertThat(aws("s3api", "head-object", "--bucket", bucket, "--key", "big.bin"))
        .contains("\"ContentLength\": " + SIZE)
        .containsPattern("ETag.*-13");

    copyAPart();

    aws("s3", "cp", "--no-progress", object, "read.bin");
    assertThat(Files.mismatch(file, folder.resolve("read.bin"))).isEqualTo(-1);

    String url = aws("s3", "presign", object);
    Tool.in(folder, cairn).run("curl", "-sS", "--fail", "-o", "presigned.bin", url);
    assertThat(Files.mismatch(file, folder.resolve("presigned.bin"))).isEqualTo(-1);

    aws("s3", "rb", "--force", "s3://" + bucket);
  }

  /** The first 6 MiB, as the only part of another object. */
  private void copyAPart() throws IOException, InterruptedException {
    String[] upload = {"--bucket", bucket, "--key", "piece.bin", "--upload-id", ""};
    upload[5] =
        aws(
            "s3api",
            "create-multipart-upload",
            "--bucket",
            bucket,
            "--key",
            "piece.bin",
            "--query",
            "UploadId",
            "--output",
            "text");
    String eTag =
        aws(
            "s3api",
            "upload-part-copy",
            upload[0],
            upload[1],
            upload[2],
            upload[3],
            upload[4],
            upload[5],
            "--part-number",
            "1",
            "--copy-source",
            bucket + "/big.bin",
            "--copy-source-range",
            "bytes=0-6291455",
            "--query",
            "CopyPartResult.ETag",
            "--output",
            "text");
    aws(
        "s3api",
        "complete-multipart-upload",
        upload[0],
        upload[1],
        upload[2],
        upload[3],
        upload[4],
        upload[5],
        "--multipart-upload",
        "{\"Parts\":[{\"PartNumber\":1,\"ETag\":" + quoted(eTag) + "}]}");
    aws("s3", "cp", "--no-progress", "s3://" + bucket + "/piece.bin", "piece.bin");
    assertThat(Files.readAllBytes(folder.resolve("piece.bin")))
        .isEqualTo(java.util.Arrays.copyOf(UsesStore.bytes(SIZE, 1), 6 << 20));
  }

  private static String quoted(String eTag) {
    return "\"" + eTag.replace("\"", "\\\"") + "\"";
  }

  private String aws(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "aws";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Tool.in(folder, cairn).run(command);
  }
}
