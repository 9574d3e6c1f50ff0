package dev.cairn.acceptance.sts;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.HttpMethod;
import com.aliyun.oss.OSS;
import com.aliyun.oss.common.comm.SignVersion;
import com.aliyun.oss.model.GeneratePresignedUrlRequest;
import com.amazonaws.services.s3.AmazonS3;
import com.obs.services.ObsClient;
import com.obs.services.model.AuthTypeEnum;
import com.obs.services.model.HttpMethodEnum;
import com.obs.services.model.TemporarySignatureRequest;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Temporary credentials work in every vendor's SDK, and in the URLs that these sign. */
interface EverySdkBehaviour extends UsesSts {
  @ParameterizedTest
  @ValueSource(strings = {"s3.localhost", "s2.localhost", "ss.bscstorage.com", "obs.localhost"})
  default void inTheSdkOfAws(String host) {
    // Given
    String bucket = freshBucket();
    S3Client s3 = StsClients.s3(cairn().domain(host), StsClients.provider(assumed()));

    // When
    s3.putObject(b -> b.bucket(bucket).key("new"), RequestBody.fromBytes(new byte[100_000]));

    // Then
    assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).contents()).hasSize(2);
    assertThat(s3.listBuckets().buckets()).anyMatch(b -> b.name().equals(bucket));
    assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("k")).asByteArray()).isEqualTo(BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3.localhost", "s2.localhost", "obs.localhost"})
  default void inUrlsThatTheSdkOfAwsSigns(String host) {
    // Given
    String bucket = freshBucket();
    try (var presigner =
        StsClients.presigner(cairn().domain(host), StsClients.provider(assumed()))) {
      var url =
          presigner.presignGetObject(
              b ->
                  b.signatureDuration(Duration.ofMinutes(1))
                      .getObjectRequest(g -> g.bucket(bucket).key("k")));

      // When
      WireAnswer answer = follow(URI.create(url.url().toString()));

      // Then
      assertThat(url.url().getQuery()).contains("X-Amz-Security-Token=");
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(BODY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3.localhost", "s2.localhost", "obs.localhost"})
  default void withSignatureV2(String host) throws IOException {
    // Given
    String bucket = freshBucket();
    AmazonS3 s3 = StsClients.signatureV2(cairn().domain(host), assumed());

    // When
    s3.putObject(bucket, "new", "text");
    byte[] read = s3.getObject(bucket, "k").getObjectContent().readAllBytes();
    Date soon = new Date(System.currentTimeMillis() + 60_000);
    WireAnswer answer = follow(URI.create(s3.generatePresignedUrl(bucket, "k", soon).toString()));

    // Then
    assertThat(read).isEqualTo(BODY);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(BODY);
  }

  @ParameterizedTest
  @EnumSource(
      value = SignVersion.class,
      names = {"V1", "V4"})
  default void inTheSdkOfOss(SignVersion version) throws IOException {
    // Given
    String bucket = freshBucket();
    OSS oss = StsClients.oss(cairn(), version, assumed());

    // When
    oss.putObject(bucket, "new", new ByteArrayInputStream(new byte[1000]));
    byte[] read = oss.getObject(bucket, "k").getObjectContent().readAllBytes();

    // Then
    assertThat(read).isEqualTo(BODY);
    assertThat(oss.listObjects(bucket).getObjectSummaries()).hasSize(2);
    assertThat(oss.listBuckets()).anyMatch(b -> b.getName().equals(bucket));
    oss.shutdown();
  }

  @ParameterizedTest
  @EnumSource(
      value = SignVersion.class,
      names = {"V1", "V4"})
  default void inUrlsThatTheSdkOfOssSigns(SignVersion version) {
    // Given
    String bucket = freshBucket();
    OSS oss = StsClients.oss(cairn(), version, assumed());
    GeneratePresignedUrlRequest request =
        new GeneratePresignedUrlRequest(bucket, "k", HttpMethod.GET);
    request.setExpiration(new Date(System.currentTimeMillis() + 60_000));

    // When
    URI url = URI.create(oss.generatePresignedUrl(request).toString());
    WireAnswer answer = follow(url);

    // Then
    assertThat(url.getQuery()).contains("security-token=");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(BODY);
    oss.shutdown();
  }

  @ParameterizedTest
  @EnumSource(AuthTypeEnum.class)
  default void inTheSdkOfObs(AuthTypeEnum signature) throws IOException {
    // Given
    String bucket = freshBucket();
    try (ObsClient obs = StsClients.obs(cairn(), signature, assumed())) {
      // When
      obs.putObject(bucket, "new", new ByteArrayInputStream(new byte[1000]));
      byte[] read = obs.getObject(bucket, "k").getObjectContent().readAllBytes();

      // Then
      assertThat(read).isEqualTo(BODY);
      assertThat(obs.listObjects(bucket).getObjects()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(AuthTypeEnum.class)
  default void inUrlsThatTheSdkOfObsSigns(AuthTypeEnum signature) throws IOException {
    // Given
    String bucket = freshBucket();
    try (ObsClient obs = StsClients.obs(cairn(), signature, assumed())) {
      TemporarySignatureRequest request = new TemporarySignatureRequest(HttpMethodEnum.GET, 60);
      request.setBucketName(bucket);
      request.setObjectKey("k");

      // When
      URI url = URI.create(obs.createTemporarySignature(request).getSignedUrl());
      WireAnswer answer = follow(url);

      // Then
      assertThat(url.getQuery().toLowerCase(java.util.Locale.ROOT)).contains("security-token=");
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(BODY);
    }
  }

  private WireAnswer follow(URI url) {
    return send(
        WireRequest.of("GET", url.getRawPath() + "?" + url.getRawQuery())
            .with("Host", url.getAuthority()));
  }
}
