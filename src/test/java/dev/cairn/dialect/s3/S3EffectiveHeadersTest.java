package dev.cairn.dialect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.family.signature.OneAccount;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.protocol.Headers;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3EffectiveHeadersTest {
  private static final String V4 = "X-Amz-Signature=0";
  private static final String V2 = "AWSAccessKeyId=a";

  private final Authenticator authenticator =
      S3Authenticator.create(
          SignatureSettings.DEFAULT,
          new OneAccount().credentials(),
          InstantSource.system(),
          Runnable::run);

  @ParameterizedTest
  @ValueSource(strings = {V4, V2})
  void takesHeadersOutOfAPresignedUrl(String signature) {
    Wire request =
        Wire.request(
                "PUT",
                "s3.localhost",
                "/b/k?X-Amz-Acl=private&content-type=a%2Fb&Content-MD5=c&x-amz-meta-a=%C3%A9&x=y&"
                    + signature)
            .with("Range", "bytes=0-1");

    Headers headers = authenticator.effectiveHeaders(request.raw());

    assertThat(headers.first("x-amz-acl")).contains("private");
    assertThat(headers.first("content-type")).contains("a/b");
    assertThat(headers.first("content-md5")).contains("c");
    assertThat(headers.first("x-amz-meta-a")).as("as on the wire").contains("\u00c3\u00a9");
    assertThat(headers.first("range")).contains("bytes=0-1");
    assertThat(headers.has("x")).isFalse();
    assertThat(headers.has("x-amz-signature")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {V4, V2})
  void hasAHeaderOnceThatIsAlsoInTheUrl(String signature) {
    Wire request =
        Wire.request("PUT", "s3.localhost", "/b/k?x-amz-acl=private&" + signature)
            .with("x-amz-acl", "private");

    Headers headers = authenticator.effectiveHeaders(request.raw());

    assertThat(headers.all("x-amz-acl")).containsExactly("private");
  }

  @Test
  void leavesTheQueryOfOtherRequestsAlone() {
    Wire request =
        Wire.request("PUT", "s3.localhost", "/b/k?x-amz-acl=private")
            .with("Authorization", "AWS a:b");

    Headers headers = authenticator.effectiveHeaders(request.raw());

    assertThat(headers.has("x-amz-acl")).isFalse();
  }
}
