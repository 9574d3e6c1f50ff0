package dev.cairn.dialect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.RequestId;
import dev.cairn.protocol.Headers;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class S3CommonHeadersTest {
  private static final RequestId ID =
      new RequestId(UUID.fromString("019540c0-0000-7abc-8def-0123456789ab"));

  private final S3CommonHeaders common =
      new S3CommonHeaders(InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));

  @Test
  void namesTheRequestAndTheServer() {
    Headers headers = common.of(ID, Optional.empty());

    assertThat(headers.first("x-amz-request-id").orElseThrow()).matches("[A-Z0-9]{16}");
    assertThat(headers.first("x-amz-id-2").orElseThrow()).matches("[A-Za-z0-9+/]{75}=");
    assertThat(headers.first("Server")).contains("AmazonS3");
    assertThat(headers.first("Date")).contains("Sun, 01 Mar 2026 12:00:00 GMT");
  }

  @Test
  void letsTheEndOfTheLoggedIdBeToldFromTheShownOne() {
    String shown = S3RequestIds.requestId(ID);

    BigInteger value = BigInteger.ZERO;
    for (char c : shown.toCharArray()) {
      value =
          value.shiftLeft(5).add(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
    }

    assertThat(value.toString(16)).isEqualTo("7abc8def0123456789ab");
  }
}
