package dev.cairn.acceptance.obs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.obs.services.model.AuthTypeEnum;
import com.obs.services.model.HttpMethodEnum;
import com.obs.services.model.TemporarySignatureRequest;
import com.obs.services.model.TemporarySignatureResponse;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs that the SDK signs. */
interface SignedUrlBehaviour extends UsesObs {
  @ParameterizedTest
  @CsvSource({"OBS", "V2"})
  default void readsBySignedUrl(AuthTypeEnum signature) {
    // Given
    String bucket = freshObsBucket();
    byte[] body = UsesStore.bytes(1000, 1);
    obs().putObject(bucket, "a b/ü", new ByteArrayInputStream(body));

    // When
    WireAnswer answer = follow(signature, HttpMethodEnum.GET, bucket, "a b/ü", Map.of());

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({"OBS", "V2"})
  default void overridesHeadersBySignedUrl(AuthTypeEnum signature) {
    // Given
    String bucket = freshObsBucket();
    obs().putObject(bucket, "k", new ByteArrayInputStream(new byte[1]));

    // When
    WireAnswer answer =
        follow(
            signature,
            HttpMethodEnum.GET,
            bucket,
            "k",
            Map.of("response-content-type", "text/x+y"));

    // Then
    assertThat(answer.header("Content-Type")).contains("text/x+y");
  }

  @ParameterizedTest
  @CsvSource({"OBS", "V2"})
  default void writesBySignedUrl(AuthTypeEnum signature) throws Exception {
    // Given
    String bucket = freshObsBucket();

    // When
    WireAnswer answer = follow(signature, HttpMethodEnum.PUT, bucket, "k", Map.of());

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(obs().getObject(bucket, "k").getObjectContent().readAllBytes())
        .isEqualTo(new byte[] {7, 7, 7});
  }

  @ParameterizedTest
  @CsvSource({"OBS", "V2"})
  default void aSignedUrlIsForNothingElse(AuthTypeEnum signature) {
    // Given
    String bucket = freshObsBucket();
    URI url = signed(signature, HttpMethodEnum.GET, bucket, "k", Map.of());

    // When
    WireAnswer answer = send(request("DELETE", url.getRawPath() + "?" + url.getRawQuery(), url));

    // Then
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error()).containsEntry("Code", "SignatureDoesNotMatch");
  }

  private WireAnswer follow(
      AuthTypeEnum signature,
      HttpMethodEnum method,
      String bucket,
      String key,
      Map<String, Object> query) {
    URI url = signed(signature, method, bucket, key, query);
    WireRequest request =
        request(method.getOperationType(), url.getRawPath() + "?" + url.getRawQuery(), url);
    return send(method == HttpMethodEnum.PUT ? request.body(new byte[] {7, 7, 7}) : request);
  }

  private static WireRequest request(String method, String target, URI url) {
    return WireRequest.of(method, target).with("Host", url.getAuthority());
  }

  private URI signed(
      AuthTypeEnum signature,
      HttpMethodEnum method,
      String bucket,
      String key,
      Map<String, Object> query) {
    TemporarySignatureRequest request = new TemporarySignatureRequest(method, 300);
    request.setBucketName(bucket);
    request.setObjectKey(key);
    request.setQueryParams(query);
    TemporarySignatureResponse response = obs(signature).createTemporarySignature(request);
    return URI.create(response.getSignedUrl());
  }
}
