package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** URLs that carry their signature, made by the SDK and by hand, used without it. */
interface PresignedBehaviour extends UsesS3 {
  Duration LIFE = Duration.ofMinutes(5);

  @Test
  default void aPresignedUrlReads() {
    // Given
    String bucket = freshBucket();
    byte[] body = UsesStore.bytes(40_000, 12);
    put(bucket, "a b/ü+%.txt", body);
    try (S3Presigner presigner = AwsClients.presigner(cairn())) {
      PresignedGetObjectRequest url =
          presigner.presignGetObject(
              p ->
                  p.signatureDuration(LIFE)
                      .getObjectRequest(
                          g -> g.bucket(bucket).key("a b/ü+%.txt").responseContentType("text/x")));

      // When
      HttpResponse<byte[]> response = fetch(url.httpRequest(), new byte[0]);

      // Then
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(body);
      assertThat(response.headers().firstValue("Content-Type")).contains("text/x");
    }
  }

  @Test
  default void aPresignedUrlWrites() {
    // Given
    String bucket = freshBucket();
    try (S3Presigner presigner = AwsClients.presigner(cairn())) {
      PresignedPutObjectRequest url =
          presigner.presignPutObject(
              p ->
                  p.signatureDuration(LIFE)
                      .putObjectRequest(
                          o ->
                              o.bucket(bucket)
                                  .key("k")
                                  .contentType("text/y")
                                  .metadata(Map.of("a", "b"))));

      // When
      HttpResponse<byte[]> response = fetch(url.httpRequest(), new byte[] {1, 2, 3});

      // Then
      assertThat(response.statusCode()).isEqualTo(200);
      var head = s3().headObject(b -> b.bucket(bucket).key("k"));
      assertThat(head.contentType()).isEqualTo("text/y");
      assertThat(head.metadata()).containsEntry("a", "b");
      assertThat(read(bucket, "k")).containsExactly(1, 2, 3);
    }
  }

  @Test
  default void parametersOfAPresignedUrlActAsHeaders() {
    // Given
    String bucket = freshBucket();
    WireRequest put = request("PUT", "/" + bucket + "/k?x-amz-meta-colour=blue").body("x");

    // When
    WireAnswer answer = send(v4().presign(put, 60));

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(ask("HEAD", "/" + bucket + "/k").header("x-amz-meta-colour")).contains("blue");
  }

  @Test
  default void aPresignedUrlOfVersion2ReadsAndWrites() {
    // Given
    String bucket = freshBucket();
    WireRequest object = request("PUT", "/" + bucket + "/k").body("signed with V2");

    // When
    WireAnswer written = send(v2().presign(object, 60));
    WireAnswer read = send(v2().presign(request("GET", "/" + bucket + "/k"), 60));

    // Then
    assertThat(written.status()).as("%s", written).isEqualTo(200);
    assertThat(read.text()).isEqualTo("signed with V2");
  }

  private static HttpResponse<byte[]> fetch(SdkHttpRequest presigned, byte[] body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(presigned.getUri());
    presigned.headers().forEach((name, values) -> add(request, name, values.getFirst()));
    request.method(
        presigned.method().name(),
        presigned.method() == SdkHttpMethod.PUT
            ? HttpRequest.BodyPublishers.ofByteArray(body)
            : HttpRequest.BodyPublishers.noBody());
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void add(HttpRequest.Builder request, String name, String value) {
    if (!name.equalsIgnoreCase("host")) {
      request.header(name, value);
    }
  }
}
