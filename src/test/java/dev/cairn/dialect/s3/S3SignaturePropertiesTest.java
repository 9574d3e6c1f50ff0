package dev.cairn.dialect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.dialect.family.signature.PlainSigner;
import dev.cairn.dialect.family.signature.SdkSigner;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Headers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS's own signers sign is accepted, and nothing that they signed can be changed. */
class S3SignaturePropertiesTest {
  private static final String NOW = SdkSigner.NOW.toString();

  @Property(tries = 300)
  void acceptsV4HeadersOfAnyKey(
      @ForAll("keys") String key, @ForAll("texts") String prefix, @ForAll("values") String value) {
    Wire request =
        new SdkSigner("GET", key, Map.of("prefix", prefix), Map.of("x-amz-meta-a", value))
            .v4Header();

    assertThat(request.authenticateAt(NOW).caller().findAccount()).isPresent();
  }

  @Property(tries = 300)
  void acceptsV4UrlsOfAnyKey(@ForAll("keys") String key, @ForAll("texts") String disposition) {
    Map<String, String> query = Map.of("response-content-disposition", disposition);
    Wire request = new SdkSigner("GET", key, query, Map.of()).v4Query();

    assertThat(request.authenticateAt(NOW).caller().findAccount()).isPresent();
  }

  @Property(tries = 300)
  void acceptsV2HeadersOfAnyKey(@ForAll("keys") String key, @ForAll("values") String value) {
    Wire request =
        new SdkSigner("PUT", key, Map.of("uploadId", "a+b/="), Map.of("x-amz-meta-a", value))
            .v2Header();

    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    assertThat(request.authenticateAt(now).caller().findAccount()).isPresent();
  }

  @Property(tries = 300)
  void acceptsV2UrlsOfAnyKey(@ForAll("keys") String key, @ForAll("texts") String disposition) {
    Map<String, String> query = Map.of("response-content-disposition", disposition);
    Wire request = new SdkSigner("GET", key, query, Map.of()).v2Query(SdkSigner.NOW);

    assertThat(request.authenticateAt(NOW).caller().findAccount()).isPresent();
  }

  @Property(tries = 300)
  void refusesAnotherKeyThanTheSigned(@ForAll("keyPairs") Tuple2<String, String> keys) {
    SdkSigner signer = new SdkSigner("GET", keys.get1(), Map.of(), Map.of());
    String other = new SdkSigner("GET", keys.get2(), Map.of(), Map.of()).v4Header().target();

    assertThatThrownBy(() -> signer.v4Header().withTarget(other).authenticateAt(NOW))
        .isInstanceOf(FailureException.class);
  }

  @Provide
  Arbitrary<Tuple2<String, String>> keyPairs() {
    return keys()
        .tuple2()
        .filter(pair -> !pair.get1().equals(pair.get2()))
        .map(pair -> Tuple.of(pair.get1(), pair.get2()));
  }

  @Provide
  Arbitrary<String> keys() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "a//b", "a/./b", "../x", "/", "//", "a/", "+", "%2F", "a%2Fb", "%", ";", "a b", " ",
            "~", "*", "'()!", "&=?#", "é", "日本", "🎉", "a\tb", "\n", "|", "\\", ":", ",", "@$");
    return Arbitraries.oneOf(
        odd, texts().filter(text -> !text.isEmpty()), odd.tuple2().map(t -> t.get1() + t.get2()));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange(' ', '\u024f')
        .withChars('日', '\u2028', '%', '+', '&', '=', '/', ';', '~')
        .ofMaxLength(20);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withChars(' ', ' ', 'é', '日', ',')
        .ofMinLength(1)
        .ofMaxLength(30)
        .map(text -> "v" + text + "w");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bucket/a%7Eb",
        "/bucket/a~b",
        "/bucket/a%2fb",
        "/bucket/a+b(c)'!*",
        "/bucket/a:b@c",
        "/bucket?prefix=a+b",
        "/bucket?prefix=a/b&x=(c)",
        "/bucket?acl="
      })
  void acceptsOtherSpellingsThatWereSignedAsSent(String target) {
    Wire request =
        PlainSigner.sign(Wire.request("GET", SdkSigner.HOST, target), "UNSIGNED-PAYLOAD");

    assertThat(request.authenticateAt(NOW).caller().findAccount()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "/bucket?prefix=a%2Bb, /bucket?prefix=a+b",
    "/bucket?prefix=a%20b, /bucket?prefix=a%2Bb",
    "/bucket?prefix=a%26x%3Db, /bucket?prefix=a&x=b",
    "/bucket/a%252Fb, /bucket/a%2Fb",
    "/bucket/a%3Facl=, /bucket/a?acl="
  })
  void keepsApartWhatMeansSomethingElse(String signed, String sent) {
    Wire request =
        PlainSigner.sign(Wire.request("GET", SdkSigner.HOST, signed), "UNSIGNED-PAYLOAD")
            .withTarget(sent);

    assertThatThrownBy(() -> request.authenticateAt(NOW)).isInstanceOf(FailureException.class);
  }

  static Stream<Wire> changed() {
    SdkSigner signer =
        new SdkSigner(
            "PUT",
            "a key",
            Map.of("partNumber", "1", "uploadId", "abc"),
            Map.of("x-amz-meta-a", "b", "Content-Type", "text/plain", "x-amz-acl", "private"));
    return Stream.concat(changesOf(signer.v4Header()), changesOf(signer.v4Query()));
  }

  /** Every header, parameter and piece of the target, changed one at a time. */
  private static Stream<Wire> changesOf(Wire signed) {
    Stream<Wire> elements =
        Stream.of(
            signed.withMethod("POST"),
            signed.withHost("s3.localhost"),
            signed.withHost("bucket.s3.localhost:9000"),
            signed.withTarget(signed.target().replaceFirst("bucket", "bukket")),
            signed.withTarget(signed.target().replaceFirst("a%20key", "a%20Key")),
            signed.withTarget(signed.target() + "&versionId=1"),
            signed.withTarget(signed.target() + "&acl"),
            signed.with("x-amz-meta-b", "c"),
            signed.with("x-amz-meta-a", "c"));
    Stream<Wire> headers =
        signed.headers().stream()
            .map(Headers.Field::name)
            .flatMap(
                name ->
                    name.equals("Authorization")
                        ? Stream.of(signed.mapping(name, v -> flipped(v)))
                        : Stream.of(signed.without(name), signed.mapping(name, v -> flipped(v))));
    List<String> parameters =
        Arrays.asList(signed.target().substring(signed.target().indexOf('?') + 1).split("&", -1));
    Stream<Wire> query =
        parameters.stream()
            .flatMap(
                p ->
                    Stream.of(
                        signed.withTarget(signed.target().replace(p, "x=y")),
                        signed.withTarget(signed.target().replace(p, flipped(p)))));
    return Stream.of(elements, headers, query).flatMap(s -> s);
  }

  private static String flipped(String text) {
    char last = text.charAt(text.length() - 1);
    return text.substring(0, text.length() - 1) + (last == 'e' ? 'f' : 'e');
  }

  @ParameterizedTest
  @MethodSource("changed")
  void refusesWhateverIsChanged(Wire request) {
    assertThatThrownBy(() -> request.authenticateAt(NOW)).isInstanceOf(FailureException.class);
  }
}
