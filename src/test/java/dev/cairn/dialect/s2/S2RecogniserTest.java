package dev.cairn.dialect.s2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.Recogniser.Evidence;
import dev.cairn.dialect.family.Domains;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S2RecogniserTest {
  private final Recogniser recogniser = new S2Recogniser(new Domains(S2Domains.DEFAULTS));

  @ParameterizedTest
  @CsvSource({
    "bucket.ss.bscstorage.com,  /k, Authorization, AWS a:b,               SIGNATURE",
    "ss.bscstorage.com,         /k, Authorization, AWS4-HMAC-SHA256 C=a,  SIGNATURE",
    "127.0.0.1:9000,            /k, Authorization, Baishan a:b,           SIGNATURE",
    "127.0.0.1:9000,            '/k?KID=baishan,a&Expires=1&ssig=b', X, y, SIGNATURE",
    "s2.localhost:9000,         /k, Authorization, Other a:b,             HOST",
    "s2.localhost:9000,         /k, x-amz-acl,     private,               HEADER_PREFIX",
    "s2.localhost:9000,         /k, x-amz-cf-id,   1,                     HOST",
    "a.b.com.s2.localhost,      /k, X,             y,                     HOST",
    "s3.localhost:9000,         /k, X,             y,                     NONE",
    "notss.bscstorage.com,      /k, X,             y,                     NONE"
  })
  void tellsHowSureItIs(
      String host, String target, String header, String value, Evidence evidence) {
    S2Wire request = S2Wire.request("GET", target).at(host).with(header, value);

    assertThat(recogniser.evidence(request.raw())).isEqualTo(evidence);
  }

  @ParameterizedTest
  @CsvSource({"ss.bscstorage.com, true", "a.s2.localhost:9000, true", "s3.amazonaws.com, false"})
  void ownsItsHosts(String host, boolean own) {
    assertThat(recogniser.onOwnHost(S2Wire.request("GET", "/").at(host).raw())).isEqualTo(own);
  }
}
