package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.HttpMethod;
import com.amazonaws.services.s3.AmazonS3;
import dev.cairn.acceptance.s3.AwsV1Clients;
import dev.cairn.acceptance.wire.WireAnswer;
import java.net.URL;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** URLs that the AWS SDK for Java 1 signs with V2. */
interface AwsV1PresignedBehaviour extends UsesS3 {
  @Test
  default void urlsOfTheSdksVersion1WriteAndRead() {
    // Given
    String bucket = freshBucket();
    AmazonS3 v1 = AwsV1Clients.signatureV2(cairn());
    Date expires = Date.from(Instant.now().plusSeconds(300));
    URL write = v1.generatePresignedUrl(bucket, "a b+c/ü", expires, HttpMethod.PUT);
    URL read = v1.generatePresignedUrl(bucket, "a b+c/ü", expires, HttpMethod.GET);
    v1.shutdown();

    // When
    WireAnswer written = send(request("PUT", write.getFile()).body("written"));
    WireAnswer answer = send(request("GET", read.getFile()));

    // Then
    assertThat(write.getQuery()).contains("AWSAccessKeyId=");
    assertThat(written.status()).as("%s", written).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("written");
    assertThat(read(bucket, "a b+c/ü")).asString().isEqualTo("written");
  }
}
