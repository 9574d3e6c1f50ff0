package dev.cairn.dialect.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.Recogniser.Evidence;
import dev.cairn.dialect.family.Domains;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Target;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StsRecogniserTest {
  private final StsRecogniser recogniser =
      new StsRecogniser(
          List.of(new Domains(List.of("s3.localhost")), new Domains(List.of("oss-*.localhost"))));

  @ParameterizedTest
  @CsvSource({
    "POST, s3.localhost:9000, /, application/x-www-form-urlencoded, FORM",
    "POST, s3.localhost, /, application/x-www-form-urlencoded; charset=utf-8, FORM",
    "POST, 127.0.0.1, /, APPLICATION/X-WWW-FORM-URLENCODED, FORM",
    "POST, sts.amazonaws.com, /, application/x-www-form-urlencoded, FORM",
    "POST, oss-cn.localhost, /?x=y, application/x-www-form-urlencoded, FORM",
    "GET, sts.s3.localhost, /?Action=GetCallerIdentity, , FORM",
    "PUT, STS.oss-cn.localhost:9000, /b/k, , FORM",
    "POST, s3.localhost, /, multipart/form-data; boundary=x, NONE",
    "POST, s3.localhost, /, , NONE",
    "GET, s3.localhost, /?Action=GetCallerIdentity, application/x-www-form-urlencoded, NONE",
    "POST, s3.localhost, /b, application/x-www-form-urlencoded, NONE",
    "POST, s3.localhost, /b/k, application/x-www-form-urlencoded, NONE",
    "POST, b.s3.localhost, /, application/x-www-form-urlencoded, NONE",
    "POST, b.oss-cn.localhost, /, application/x-www-form-urlencoded, NONE",
    "POST, my.sts.s3.localhost, /, application/x-www-form-urlencoded, NONE"
  })
  void knowsItsRequests(String method, String host, String target, String type, Evidence expected) {
    Headers.Builder headers = Headers.builder().add("Host", host);
    if (type != null) {
      headers.add("Content-Type", type);
    }
    Target parsed = Target.parse(target);
    RawRequest request =
        new RawRequest(
            method,
            parsed,
            Query.parse(parsed.rawQuery()),
            host,
            headers.build(),
            false,
            OptionalLong.of(10),
            false);

    assertThat(recogniser.evidence(request)).isEqualTo(expected);
  }
}
