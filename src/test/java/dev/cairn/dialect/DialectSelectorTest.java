package dev.cairn.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.Recogniser.Evidence;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.signature.AwsRecogniser;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.protocol.RawRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectSelectorTest {
  private static final RawRequest REQUEST = Wire.request("GET", "any", "/").raw();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SIGNATURE,     false, HEADER_PREFIX, false, first
          HEADER_PREFIX, false, SIGNATURE,     false, last
          HOST,          true,  NONE,          false, first
          HEADER_PREFIX, false, HOST,          true,  first
          SIGNATURE,     true,  SIGNATURE,     false, first
          SIGNATURE,     false, SIGNATURE,     true,  last
          SIGNATURE,     false, SIGNATURE,     false, last
          NONE,          false, NONE,          false, last
          """)
  void selectsByStrongestEvidenceThenHostThenTheLast(
      Evidence first, boolean firstHost, Evidence last, boolean lastHost, String expected) {
    Dialect one = dialect(recogniser(first, firstHost));
    Dialect other = dialect(recogniser(last, lastHost));
    DialectSelector selector = new DialectSelector(List.of(one, other));

    Dialect selected = selector.select(REQUEST);

    assertThat(selected).isSameAs(expected.equals("first") ? one : other);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          any,            /,                    Authorization, AWS a:b,                SIGNATURE
          any,            /,                    Authorization, AWS4-HMAC-SHA256 x,     SIGNATURE
          any,            /,                    Authorization, AWS4-ECDSA-P256-SHA256, SIGNATURE
          any,            /?X-Amz-Algorithm=x,  a,             b,                      SIGNATURE
          any,            /?AWSAccessKeyId=x,   a,             b,                      SIGNATURE
          any,            /?OSSAccessKeyId=x&Signature=y, a,   b,                      NONE
          any,            /,                    Authorization, OSS a:b,                NONE
          any,            /,                    x-amz-acl,     b,                      HEADER_PREFIX
          any,            /,                    x-amz-cf-id,   b,                      NONE
          b.s3.localhost, /,                    a,             b,                      HOST
          any,            /,                    a,             b,                      NONE
          """)
  void recognisesS3(String host, String target, String name, String value, Evidence expected) {
    AwsRecogniser recogniser = new AwsRecogniser(new Domains(List.of("s3.localhost")));

    Evidence evidence =
        recogniser.evidence(Wire.request("GET", host, target).with(name, value).raw());

    assertThat(evidence).isEqualTo(expected);
  }

  private static Recogniser recogniser(Evidence evidence, boolean onOwnHost) {
    return new Recogniser() {
      @Override
      public Evidence evidence(RawRequest request) {
        return evidence;
      }

      @Override
      public boolean onOwnHost(RawRequest request) {
        return onOwnHost;
      }
    };
  }

  private static Dialect dialect(Recogniser recogniser) {
    return new Dialect(null, recogniser, null, null, null, Map.of(), null, null);
  }
}
