package dev.cairn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Packaged;
import dev.cairn.acceptance.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The aws command with temporary credentials, as the README shows it. */
class AwsTokensIT implements Packaged {
  @Test
  void aSessionOfARole(@TempDir Path folder) throws IOException, InterruptedException {
    // Given
    String bucket = "aws-" + UUID.randomUUID();
    Tool root = Tool.in(folder, cairn());
    root.run("aws", "s3", "mb", "s3://" + bucket);
    root.run("aws", "s3api", "put-object", "--bucket", bucket, "--key", "public/k");

    // When
    String[] session =
        root.run(
                "aws",
                "sts",
                "assume-role",
                "--role-arn",
                "arn:aws:iam::000000000000:role/reader",
                "--role-session-name",
                "me",
                "--duration-seconds",
                "1800",
                "--query",
                "Credentials.[AccessKeyId,SecretAccessKey,SessionToken]",
                "--output",
                "text",
                "--policy",
                """
                {"Version": "2012-10-17",
                  "Statement": {"Effect": "Allow", "Action": "s3:GetObject",
                    "Resource": "arn:aws:s3:::%s/public/*"}}"""
                    .formatted(bucket))
            .split("\\s+", -1);

    // Then
    Tool reader = root.as(session[0], session[1], session[2]);
    reader.run("aws", "s3api", "head-object", "--bucket", bucket, "--key", "public/k");
    assertThat(reader.tryRun("aws", "s3", "ls", "s3://" + bucket).output())
        .contains("AccessDenied");
    assertThat(reader.run("aws", "sts", "get-caller-identity")).contains("assumed-role/reader/me");
    root.run("aws", "s3", "rb", "--force", "s3://" + bucket);
  }
}
