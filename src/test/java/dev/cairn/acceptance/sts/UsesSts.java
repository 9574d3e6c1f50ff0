package dev.cairn.acceptance.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The token service as root sees it, and what to do with what it gives. */
interface UsesSts extends UsesWire {
  String ROLE = "arn:aws:iam::123456789012:role/team/uploader";
  byte[] BODY = {1, 2, 3};

  default StsClient sts() {
    return Clients.of(cairn()).sts();
  }

  /** With root's long-lived key. */
  default S3Client rootS3() {
    return Clients.of(cairn()).s3();
  }

  default S3Client s3(Credentials credentials) {
    return StsClients.s3(cairn().endpoint(), StsClients.provider(credentials));
  }

  /** A bucket with an object {@code k}. */
  default String freshBucket() {
    String bucket = "sts-" + UUID.randomUUID();
    rootS3().createBucket(b -> b.bucket(bucket));
    rootS3().putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromBytes(BODY));
    return bucket;
  }

  /** As wide as the account. */
  default Credentials assumed() {
    return sts().assumeRole(b -> b.roleArn(ROLE).roleSessionName("me")).credentials();
  }

  default Credentials narrowed(String policy) {
    return sts()
        .assumeRole(b -> b.roleArn(ROLE).roleSessionName("me").policy(policy))
        .credentials();
  }

  default void expire(Credentials credentials) {
    int changed =
        Stored.change(
            cairn(),
            "UPDATE sessions SET expires_at = now() - interval '1 minute' WHERE id = '"
                + credentials.accessKeyId()
                + "'");
    assertThat(changed).isOne();
  }

  /** A new account, by the admin API. */
  default Stranger stranger() {
    String account = "stranger-" + UUID.randomUUID();
    String key = "AKID" + account;
    String secret = "secret/of+a-stranger";
    admin("POST", "/-/admin/v1/accounts", "{\"id\":\"" + account + "\"}");
    admin(
        "POST",
        "/-/admin/v1/accounts/" + account + "/keys",
        "{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\"}".formatted(key, secret));
    return new Stranger(
        account,
        StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)),
        () -> admin("DELETE", "/-/admin/v1/accounts/" + account + "/keys/" + key, ""));
  }

  private void admin(String method, String path, String json) {
    String login = cairn().accessKeyId() + ":" + cairn().secretAccessKey();
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    WireAnswer answer =
        send(
            request(method, path)
                .with("Content-Type", "application/json")
                .with("Authorization", "Basic " + basic)
                .body(json));
    assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
  }

  static void assertRefused(ThrowingCallable call, int status, String code) {
    AwsServiceException failure = catchThrowableOfType(AwsServiceException.class, call);
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.awsErrorDetails().errorCode())
        .as("%s", failure.getMessage())
        .isEqualTo(code);
    assertThat(failure.statusCode()).isEqualTo(status);
    assertThat(failure.requestId()).isNotBlank();
  }

  static void assertDenied(ThrowingCallable call) {
    assertRefused(call, 403, "AccessDenied");
  }

  /** Root's clients, for each Cairn; they live as long as the tests. */
  record Clients(StsClient sts, S3Client s3) {
    private static final Map<Integer, Clients> BY_PORT = new ConcurrentHashMap<>();

    static Clients of(RunningCairn cairn) {
      return BY_PORT.computeIfAbsent(
          cairn.port(),
          port -> {
            var root =
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(cairn.accessKeyId(), cairn.secretAccessKey()));
            return new Clients(
                StsClients.sts(cairn.endpoint(), root), StsClients.s3(cairn.endpoint(), root));
          });
    }
  }
}
