package dev.cairn.dialect.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.dialect.s3.S3Domains;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {
  private final Domains s3 = new Domains(S3Domains.DEFAULTS);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          s3.localhost,                              , s3.localhost,
          s3.localhost:9000,                         , s3.localhost,
          S3.LocalHost:9000,                         , s3.localhost,
          s3.localhost.,                             , s3.localhost,
          b.s3.localhost,                           b, s3.localhost,
          Bucket.s3.localhost:9000,            bucket, s3.localhost,
          a.b.c.s3.localhost,                   a.b.c, s3.localhost,
          s3.s3.localhost,                         s3, s3.localhost,
          s3.amazonaws.com,                          , s3.amazonaws.com,
          b.s3.amazonaws.com,                       b, s3.amazonaws.com,
          a.s3.b.s3.amazonaws.com,           a.s3.b, s3.amazonaws.com,
          s3.eu-west-1.amazonaws.com,                , s3.eu-west-1.amazonaws.com, eu-west-1
          b.s3.eu-west-1.amazonaws.com,             b, s3.eu-west-1.amazonaws.com, eu-west-1
          s3.x.s3.eu-west-1.amazonaws.com,       s3.x, s3.eu-west-1.amazonaws.com, eu-west-1
          s3.dualstack.eu-west-1.amazonaws.com,      , s3.dualstack.eu-west-1.amazonaws.com, eu-west-1
          a.b.s3.dualstack.eu-west-1.amazonaws.com, a.b, s3.dualstack.eu-west-1.amazonaws.com, eu-west-1
          s3-us-west-2.amazonaws.com,                , s3-us-west-2.amazonaws.com, us-west-2
          b.s3-us-west-2.amazonaws.com,             b, s3-us-west-2.amazonaws.com, us-west-2
          sts.s3.localhost,                          , s3.localhost,
          b.sts.s3.localhost,                   b.sts, s3.localhost,
          """)
  void findsBucketAndRegionInTheHost(String host, String bucket, String suffix, String region) {
    Optional<Domains.Match> match = s3.match(host);

    assertThat(match)
        .contains(
            new Domains.Match(Optional.ofNullable(bucket), suffix, Optional.ofNullable(region)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "localhost:9000",
        "cairn:9000",
        "127.0.0.1:9000",
        "[::1]:9000",
        "[::1]",
        ".s3.localhost",
        "bs3.localhost",
        "s3.localhost.example.org",
        "s3..amazonaws.com",
        "amazonaws.com"
      })
  void leavesOtherHostsToPathStyle(String host) {
    Optional<Domains.Match> match = s3.match(host);

    assertThat(match).isEmpty();
  }

  @Test
  void prefersTheDomainWithMoreLabelsWhateverTheOrder() {
    Domains domains = new Domains(List.of("s3.localhost", "eu.s3.localhost"));

    Optional<Domains.Match> match = domains.match("b.eu.s3.localhost");

    assertThat(match.orElseThrow().bucket()).contains("b");
  }

  @Test
  void matchesARegionWithinALabel() {
    Domains domains = new Domains(List.of("oss-*.aliyuncs.com"));

    Optional<Domains.Match> match = domains.match("b.oss-cn-hangzhou.aliyuncs.com");

    assertThat(match)
        .contains(
            new Domains.Match(
                Optional.of("b"), "oss-cn-hangzhou.aliyuncs.com", Optional.of("cn-hangzhou")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "a..b", "*.a.*", "a."})
  void refusesWhatIsNoDomain(String domain) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Domains(List.of(domain)));
  }

  @Test
  void answersLongHostsAtOnce() {
    String host = "s3.".repeat(20_000) + "amazonaws.com";

    Optional<Domains.Match> match =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> s3.match(host));

    assertThat(match).isEmpty();
  }
}
