package dev.cairn.acceptance.obs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.obs.services.ObsClient;
import com.obs.services.ObsConfiguration;
import com.obs.services.exception.ObsException;
import com.obs.services.model.AuthTypeEnum;
import com.obs.services.model.CompleteMultipartUploadRequest;
import com.obs.services.model.InitiateMultipartUploadRequest;
import com.obs.services.model.PartEtag;
import com.obs.services.model.UploadPartRequest;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Probes, buckets, errors and limits. */
interface OwnBehaviour extends UsesObs {
  @ParameterizedTest
  @CsvSource({
    "no-such-bucket.obs.localhost, /?apiversion",
    "obs.localhost,                /?apiversion",
    "127.0.0.1,                    /no-such-bucket?apiversion",
    "127.0.0.1,                    /?apiversion=",
  })
  default void tellsTheVersionToWhoeverAsks(String host, String target) {
    // When
    WireAnswer answer = send(WireRequest.of("HEAD", target).with("Host", host));

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-obs-api")).contains("3.0");
    assertThat(answer.header("Server")).contains("OBS");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  default void makesOnesOwnBucketAgain() {
    // Given
    String bucket = freshObsBucket();

    // When / Then
    assertThatCode(() -> obs().createBucket(bucket)).doesNotThrowAnyException();
    assertThatCode(() -> obs(AuthTypeEnum.V2).createBucket(bucket)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"OBS", "V2", "V4"})
  default void tellsWhereABucketIs(AuthTypeEnum signature) {
    // Given
    String bucket = "obs-" + UUID.randomUUID();
    obs(signature).createBucket(bucket, "eu-de");

    // When
    String location = obs(signature).getBucketLocation(bucket);

    // Then
    assertThat(location).isEqualTo("eu-de");
  }

  @Test
  default void theCodeOfAHeadThatFailsIsInAHeader() {
    // Given
    String bucket = freshObsBucket();

    // When
    WireAnswer s3 = askS3(bucket, on(bucket, "HEAD", "/nothing"));
    WireAnswer own = askNative(bucket, on(bucket, "HEAD", "/nothing"));

    // Then
    assertThat(s3.status()).isEqualTo(404);
    assertThat(s3.header("x-amz-error-code")).contains("NoSuchKey");
    assertThat(own.status()).isEqualTo(404);
    assertThat(own.header("x-obs-error-code")).contains("NoSuchKey");
    assertThat(own.header("x-reserved")).isEmpty();
    assertThat(own.header("x-obs-request-id").orElseThrow()).matches("[0-9A-F]{32}");
  }

  @ParameterizedTest
  @CsvSource({"OBS", "V2", "V4"})
  default void refusesAWrongSecret(AuthTypeEnum signature) throws Exception {
    // Given
    String bucket = freshObsBucket();
    ObsConfiguration configuration = new ObsConfiguration();
    configuration.setEndPoint(ObsClients.DOMAIN);
    configuration.setHttpsOnly(false);
    configuration.setEndpointHttpPort(cairn().port());
    configuration.setAuthTypeNegotiation(false);
    configuration.setAuthType(signature);
    try (ObsClient stranger = new ObsClient(cairn().accessKeyId(), "wrong", configuration)) {

      // When
      ObsException failure =
          catchThrowableOfType(
              ObsException.class,
              () -> stranger.putObject(bucket, "k", new ByteArrayInputStream(new byte[100])));

      // Then
      assertThat(failure.getResponseCode()).isEqualTo(403);
      assertThat(failure.getErrorCode()).isEqualTo("SignatureDoesNotMatch");
    }
  }

  @Test
  default void nativePartsMayBeSmallerThanThoseOfTheOtherForm() {
    // Given
    String bucket = freshObsBucket();

    // When
    ObsException refused =
        catchThrowableOfType(
            ObsException.class, () -> assemble(AuthTypeEnum.V2, bucket, "k", 100 << 10));
    ObsException tooSmall =
        catchThrowableOfType(
            ObsException.class, () -> assemble(AuthTypeEnum.OBS, bucket, "k", (100 << 10) - 1));
    assemble(AuthTypeEnum.OBS, bucket, "k", 100 << 10);

    // Then
    assertThat(refused.getErrorCode()).isEqualTo("EntityTooSmall");
    assertThat(tooSmall.getErrorCode()).isEqualTo("EntityTooSmall");
    assertThat(obs().getObjectMetadata(bucket, "k").getContentLength()).isEqualTo((100L << 10) + 1);
  }

  @Test
  default void refusesADeletionWithAParameterThatItDoesNotKnow() {
    // Given
    String bucket = freshObsBucket();

    // When
    WireAnswer answer = askNative(bucket, on(bucket, "DELETE", "/k"));
    WireAnswer narrowed =
        send(on(bucket, "DELETE", "/k?only-if=tuesday").with("x-obs-date", "anything"));

    // Then
    assertThat(answer.status()).isEqualTo(204);
    assertThat(narrowed.status()).isEqualTo(400);
    assertThat(narrowed.error()).containsEntry("Code", "InvalidArgument");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /?quota",
    "GET,    /?something",
  })
  default void refusesWhatIsNotBuilt(String method, String target) {
    // Given
    String bucket = freshObsBucket();

    // When
    WireAnswer answer = askNative(bucket, on(bucket, method, target).with("Content-Length", "0"));

    // Then
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.error()).containsEntry("Code", "NotImplemented");
  }

  private void assemble(AuthTypeEnum signature, String bucket, String key, int size) {
    ObsClient obs = obs(signature);
    String upload =
        obs.initiateMultipartUpload(new InitiateMultipartUploadRequest(bucket, key)).getUploadId();
    List<PartEtag> tags = new ArrayList<>();
    for (int length : new int[] {size, 1}) {
      UploadPartRequest request =
          new UploadPartRequest(
              bucket, key, (long) length, new ByteArrayInputStream(new byte[length]));
      request.setUploadId(upload);
      request.setPartNumber(tags.size() + 1);
      tags.add(new PartEtag(obs.uploadPart(request).getEtag(), tags.size() + 1));
    }
    obs.completeMultipartUpload(new CompleteMultipartUploadRequest(bucket, key, upload, tags));
  }
}
