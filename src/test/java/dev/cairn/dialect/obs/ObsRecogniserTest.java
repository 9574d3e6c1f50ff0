package dev.cairn.dialect.obs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.DialectSelector;
import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.signature.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which form takes a request, with another dialect beside it that takes AWS's signatures. */
class ObsRecogniserTest {
  private static final Domains DOMAINS = new Domains(ObsDomains.DEFAULTS);
  private static final Dialect S3_FORM = dialect(new ObsRecogniser(ObsForm.S3, DOMAINS));
  private static final Dialect NATIVE_FORM = dialect(new ObsRecogniser(ObsForm.NATIVE, DOMAINS));
  private static final Dialect OTHER = dialect(request -> Recogniser.Evidence.NONE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | b.obs.localhost | /k                            | Authorization | OBS a:b   | NATIVE
          GET  | anywhere        | /b/k                          | Authorization | OBS a:b   | NATIVE
          GET  | anywhere        | /b/k                          | Authorization | OBS       | NATIVE
          GET  | anywhere        | /b/k?AccessKeyId=a&Signature=b | a            | b         | NATIVE
          GET  | b.obs.localhost | /k?AWSAccessKeyId=a&Signature=b | a          | b         | S3
          GET  | b.obs.localhost | /k                            | Authorization | AWS a:b   | S3
          GET  | b.obs.localhost | /k?X-Amz-Algorithm=a          | a             | b         | S3
          GET  | b.obs.localhost | /k                            | a             | b         | S3
          GET  | b.obs.localhost | /k                            | x-obs-acl     | private   | NATIVE
          GET  | b.obs.localhost | /k                            | x-amz-acl     | private   | S3
          GET  | obs.eu-de.otc.t-systems.com | /b/k              | a             | b         | S3
          GET  | b.obs.cn-north-4.myhuaweicloud.com | /k         | a             | b         | S3
          GET  | anywhere        | /b/k                          | x-obs-acl     | private   | NATIVE
          GET  | anywhere        | /b/k                          | a             | b         | OTHER
          HEAD | b.obs.localhost | /?apiversion                  | a             | b         | NATIVE
          HEAD | 127.0.0.1:9000  | /b?apiversion=                | a             | b         | NATIVE
          GET  | anywhere        | /b?apiversion                 | a             | b         | OTHER
          """)
  void isTakenBy(
      String method, String host, String target, String name, String value, String expected) {
    DialectSelector selector = new DialectSelector(List.of(S3_FORM, NATIVE_FORM, OTHER));

    Dialect taker = selector.select(Wire.request(method, host, target).with(name, value).raw());

    Map<String, Dialect> byName = Map.of("S3", S3_FORM, "NATIVE", NATIVE_FORM, "OTHER", OTHER);
    assertThat(taker).isSameAs(byName.get(expected));
  }

  private static Dialect dialect(Recogniser recogniser) {
    return new Dialect(null, recogniser, null, null, null, Map.of(), null, null);
  }
}
