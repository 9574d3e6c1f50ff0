package dev.cairn.acceptance.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSException;
import com.aliyun.oss.common.comm.SignVersion;
import com.obs.services.ObsClient;
import com.obs.services.exception.ObsException;
import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Tokens that are wrong, expired, missing, or sent with a key that has none. */
interface BadTokenBehaviour extends UsesSts {
  /** What is wrong. */
  enum Fault {
    WRONG,
    EXPIRED,
    MISSING,
    WITH_LONG_LIVED_KEY
  }

  private Credentials faulty(Fault fault) {
    Credentials good = assumed();
    return switch (fault) {
      case WRONG -> good.toBuilder().sessionToken(good.sessionToken() + "x").build();
      case EXPIRED -> {
        expire(good);
        yield good;
      }
      case MISSING -> good.toBuilder().sessionToken(null).build();
      case WITH_LONG_LIVED_KEY ->
          good.toBuilder()
              .accessKeyId(cairn().accessKeyId())
              .secretAccessKey(cairn().secretAccessKey())
              .build();
    };
  }

  private static AwsCredentialsProvider provider(Credentials credentials) {
    return credentials.sessionToken() == null
        ? StaticCredentialsProvider.create(
            AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey()))
        : StsClients.provider(credentials);
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG, s3.localhost, 400, InvalidToken",
    "EXPIRED, s3.localhost, 400, ExpiredToken",
    "MISSING, s3.localhost, 403, InvalidAccessKeyId",
    "WITH_LONG_LIVED_KEY, s3.localhost, 400, InvalidToken",
    "WRONG, s2.localhost, 400, InvalidToken",
    "EXPIRED, s2.localhost, 400, ExpiredToken",
    "MISSING, s2.localhost, 403, InvalidAccessKeyId",
    "WITH_LONG_LIVED_KEY, s2.localhost, 400, InvalidToken",
    "WRONG, obs.localhost, 403, InvalidSecurity",
    "EXPIRED, obs.localhost, 403, InvalidSecurity",
    "MISSING, obs.localhost, 403, InvalidAccessKeyId",
    "WITH_LONG_LIVED_KEY, obs.localhost, 403, InvalidSecurity"
  })
  default void refusesThemToTheSdkOfAws(Fault fault, String host, int status, String code) {
    // Given
    String bucket = freshBucket();
    AwsCredentialsProvider credentials = provider(faulty(fault));
    S3Client s3 = StsClients.s3(cairn().domain(host), credentials);

    // When / Then
    UsesSts.assertRefused(() -> s3.getObject(b -> b.bucket(bucket).key("k")), status, code);
    try (var presigner = StsClients.presigner(cairn().domain(host), credentials)) {
      URI url =
          URI.create(
              presigner
                  .presignGetObject(
                      b ->
                          b.signatureDuration(Duration.ofMinutes(1))
                              .getObjectRequest(g -> g.bucket(bucket).key("k")))
                  .url()
                  .toString());
      assertThat(follow(url).error()).containsEntry("Code", code);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG, OBS, InvalidSecurity",
    "EXPIRED, OBS, InvalidSecurity",
    "MISSING, OBS, InvalidAccessKeyId",
    "WITH_LONG_LIVED_KEY, OBS, InvalidSecurity",
    "WRONG, V2, InvalidSecurity",
    "EXPIRED, V2, InvalidSecurity",
    "MISSING, V2, InvalidAccessKeyId",
    "WITH_LONG_LIVED_KEY, V4, InvalidSecurity"
  })
  default void refusesThemToTheSdkOfObs(Fault fault, AuthTypeEnum signature, String code)
      throws IOException {
    // Given
    String bucket = freshBucket();
    try (ObsClient obs = StsClients.obs(cairn(), signature, faulty(fault))) {
      // When
      ObsException failure =
          catchThrowableOfType(ObsException.class, () -> obs.getObject(bucket, "k"));

      // Then
      assertThat(failure).isNotNull();
      assertThat(failure.getErrorCode()).isEqualTo(code);
      assertThat(failure.getResponseCode()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG, V1, InvalidSecurityToken",
    "EXPIRED, V1, SecurityTokenExpired",
    "MISSING, V1, InvalidAccessKeyId",
    "WITH_LONG_LIVED_KEY, V1, SecurityTokenNotSupported",
    "WRONG, V4, InvalidSecurityToken",
    "EXPIRED, V4, SecurityTokenExpired",
    "MISSING, V4, InvalidAccessKeyId",
    "WITH_LONG_LIVED_KEY, V4, SecurityTokenNotSupported"
  })
  default void refusesThemToTheSdkOfOss(Fault fault, SignVersion version, String code) {
    // Given
    String bucket = freshBucket();
    OSS oss = StsClients.oss(cairn(), version, faulty(fault));

    // When
    OSSException failure =
        catchThrowableOfType(OSSException.class, () -> oss.getObject(bucket, "k"));
    URI url =
        URI.create(
            oss.generatePresignedUrl(
                    bucket, "k", new java.util.Date(System.currentTimeMillis() + 60_000))
                .toString());
    WireAnswer answer = follow(url);

    // Then
    assertThat(failure).isNotNull();
    assertThat(failure.getErrorCode()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error()).containsEntry("Code", code);
    oss.shutdown();
  }

  @Test
  default void theTokenServiceRefusesThemToo() {
    for (Fault fault : Fault.values()) {
      try (var sts = StsClients.sts(cairn().endpoint(), provider(faulty(fault)))) {
        String code = fault == Fault.EXPIRED ? "ExpiredToken" : "InvalidClientTokenId";
        UsesSts.assertRefused(() -> sts.getCallerIdentity(), 403, code);
      }
    }
  }

  @Test
  default void aTokenThatWasExchangedInAUrlIsRefused() {
    // Given
    String bucket = freshBucket();
    Credentials one = assumed();
    Credentials other = assumed();
    try (var presigner =
        StsClients.presigner(cairn().domain("s3.localhost"), StsClients.provider(one))) {
      String url =
          presigner
              .presignGetObject(
                  b ->
                      b.signatureDuration(Duration.ofMinutes(1))
                          .getObjectRequest(g -> g.bucket(bucket).key("k")))
              .url()
              .toString();

      // When
      WireAnswer answer = follow(URI.create(url.replace(one.sessionToken(), other.sessionToken())));

      // Then
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.error()).containsEntry("Code", "InvalidToken");
    }
  }

  private WireAnswer follow(URI url) {
    return send(
        WireRequest.of("GET", url.getRawPath() + "?" + url.getRawQuery())
            .with("Host", url.getAuthority()));
  }
}
