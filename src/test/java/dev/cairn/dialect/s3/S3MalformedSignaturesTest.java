package dev.cairn.dialect.s3;

import static dev.cairn.dialect.family.signature.OneAccount.ACCESS_KEY_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.family.signature.PlainSigner;
import dev.cairn.dialect.family.signature.SdkSigner;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, starting from examples of AWS's pages that are accepted. */
class S3MalformedSignaturesTest {
  private static final String NOW = "2013-05-24T00:00:00Z";
  private static final String HOST = "examplebucket.s3.amazonaws.com";
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential="
          + ACCESS_KEY_ID
          + "/20130524/us-east-1/s3/aws4_request,"
          + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
          + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";

  private static final Wire V4_HEADER =
      Wire.request("GET", HOST, "/test.txt")
          .with("Range", "bytes=0-9")
          .with("x-amz-date", "20130524T000000Z")
          .with("x-amz-content-sha256", EMPTY)
          .with("Authorization", AUTHORIZATION);

  private static final Wire V4_QUERY =
      Wire.request(
          "GET",
          HOST,
          "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
              + ACCESS_KEY_ID
              + "%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z"
              + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature="
              + "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");

  private static final Wire V2_HEADER =
      Wire.request("GET", "johnsmith.s3.amazonaws.com", "/photos/puppy.jpg")
          .with("Date", "Tue, 27 Mar 2007 19:36:42 +0000")
          .with("Authorization", "AWS " + ACCESS_KEY_ID + ":bWq2s1WEIj+Ydj0vQ697zp+IXMU=");

  private static final Wire V2_QUERY =
      Wire.request(
          "GET",
          "johnsmith.s3.amazonaws.com",
          "/photos/puppy.jpg?AWSAccessKeyId="
              + ACCESS_KEY_ID
              + "&Expires=1175139620&Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D");

  private static final String V2_NOW = "2007-03-27T19:36:42Z";

  static Stream<Arguments> v4Headers() {
    return Stream.of(
        header("no components", a -> "AWS4-HMAC-SHA256", Failure.MalformedAuthorization.class),
        header("garbage", a -> "AWS4-HMAC-SHA256 x,y", Failure.MalformedAuthorization.class),
        without("Credential=[^,]*,", Failure.MalformedAuthorization.class),
        without("SignedHeaders=[^,]*,", Failure.MalformedAuthorization.class),
        without(",Signature=.*", Failure.MalformedAuthorization.class),
        change("Signature=.*", "Signature=", Failure.MalformedAuthorization.class),
        change("Signature=", "Signature=00,Signature=", Failure.MalformedAuthorization.class),
        change(
            "SignedHeaders=[^,]*", "SignedHeaders=host;;x", Failure.MalformedAuthorization.class),
        change("=host;", "=host;host;", Failure.MalformedAuthorization.class),
        change("/20130524/", "/", Failure.MalformedAuthorization.class),
        change("Credential=[^/]*", "Credential=", Failure.MalformedAuthorization.class),
        change("/20130524/", "/2013-05-24/", Failure.MalformedAuthorization.class),
        change("/20130524/", "/20130525/", Failure.MalformedAuthorization.class),
        change("/us-east-1/", "//", Failure.MalformedAuthorization.class),
        change("/s3/", "/s3tables/", Failure.MalformedAuthorization.class),
        change("/s3/", "/ec2/", Failure.MalformedAuthorization.class),
        change("aws4_request", "aws3_request", Failure.MalformedAuthorization.class),
        change(ACCESS_KEY_ID, "AKIAUNKNOWN", Failure.UnknownAccessKey.class),
        change("Signature=f0", "Signature=0f", Failure.SignatureMismatch.class),
        change("Signature=f0.*", "Signature=f0", Failure.SignatureMismatch.class),
        change("us-east-1", "us-east-2", Failure.SignatureMismatch.class),
        change("=host;", "=", Failure.AccessDenied.class),
        change(";x-amz-date", "", Failure.AccessDenied.class),
        change(";x-amz-content-sha256", "", Failure.AccessDenied.class),
        header("token", a -> "Bearer abcdef", Failure.InvalidArgument.class),
        header("password", a -> "Basic dXNlcjpwYXNz", Failure.InvalidArgument.class),
        header("empty", a -> "", Failure.InvalidArgument.class),
        header(
            "asymmetric",
            a -> a.replace("HMAC-SHA256", "ECDSA-P256-SHA256"),
            Failure.NotImplemented.class),
        request(
            "two headers", w -> w.with("Authorization", "AWS a:b"), Failure.InvalidArgument.class),
        request(
            "header and V4 query",
            w -> w.withTarget("/test.txt?X-Amz-Signature=00"),
            Failure.InvalidArgument.class),
        request(
            "header and V2 query",
            w -> w.withTarget("/test.txt?AWSAccessKeyId=a&Expires=1&Signature=b"),
            Failure.InvalidArgument.class),
        request("no date", w -> w.without("x-amz-date"), Failure.AccessDenied.class),
        request("bad date", w -> w.replacing("x-amz-date", "today"), Failure.AccessDenied.class),
        request(
            "no date of that name, bad Date",
            w -> w.without("x-amz-date").with("Date", "today"),
            Failure.AccessDenied.class),
        request("no hash", w -> w.without("x-amz-content-sha256"), Failure.MissingHeader.class),
        request(
            "bad hash",
            w -> w.replacing("x-amz-content-sha256", "abc"),
            Failure.InvalidArgument.class),
        request(
            "asymmetric chunks",
            w ->
                w.replacing(
                    "x-amz-content-sha256", "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER"),
            Failure.NotImplemented.class),
        request("unsigned header", w -> w.with("x-amz-acl", "private"), Failure.AccessDenied.class),
        request(
            "unsigned copy source",
            w -> w.with("X-Amz-Copy-Source", "/b/k"),
            Failure.AccessDenied.class),
        request("OSS header", w -> w.with("x-oss-acl", "x"), Failure.InvalidArgument.class),
        request("OBS header", w -> w.with("x-obs-acl", "x"), Failure.InvalidArgument.class),
        request(
            "token",
            w ->
                w.with("x-amz-security-token", "t")
                    .mapping(
                        "Authorization",
                        a -> a.replace("x-amz-date,", "x-amz-date;x-amz-security-token,")),
            Failure.UnexpectedToken.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("v4Headers")
  void refusesMalformedV4Header(
      String name, UnaryOperator<Wire> change, Class<? extends Failure> expected) {
    Wire request = change.apply(V4_HEADER);

    Failure failure = refusal(request, NOW);

    assertThat(failure).isInstanceOf(expected);
  }

  static Stream<Arguments> v4Queries() {
    return Stream.of(
        query("X-Amz-Algorithm=[^&]*&", "", Failure.MalformedPresignedUrl.class),
        query("X-Amz-Credential=[^&]*&", "", Failure.MalformedPresignedUrl.class),
        query("X-Amz-Date=[^&]*&", "", Failure.MalformedPresignedUrl.class),
        query("X-Amz-Expires=[^&]*&", "", Failure.MalformedPresignedUrl.class),
        query("X-Amz-SignedHeaders=[^&]*&", "", Failure.MalformedPresignedUrl.class),
        query("&X-Amz-Signature=.*", "", Failure.MalformedPresignedUrl.class),
        query("X-Amz-Signature=.*", "X-Amz-Signature=", Failure.MalformedPresignedUrl.class),
        query("$", "&X-Amz-Signature=00", Failure.MalformedPresignedUrl.class),
        query("$", "&X-Amz-Expires=604800", Failure.MalformedPresignedUrl.class),
        query("Algorithm=AWS4", "Algorithm=AWS5", Failure.MalformedPresignedUrl.class),
        query("HMAC-SHA256", "ECDSA-P256-SHA256", Failure.NotImplemented.class),
        query("Date=20130524T000000Z", "Date=20130524", Failure.MalformedPresignedUrl.class),
        query("%2F20130524%2F", "%2F20130523%2F", Failure.MalformedPresignedUrl.class),
        query("%2Fs3%2F", "%2Fsts%2F", Failure.MalformedPresignedUrl.class),
        query("aws4_request", "aws_request", Failure.MalformedPresignedUrl.class),
        query("Expires=86400", "Expires=0", Failure.MalformedPresignedUrl.class),
        query("Expires=86400", "Expires=-1", Failure.MalformedPresignedUrl.class),
        query("Expires=86400", "Expires=604801", Failure.MalformedPresignedUrl.class),
        query("Expires=86400", "Expires=1d", Failure.MalformedPresignedUrl.class),
        query("Expires=86400", "Expires=99999999999999999999", Failure.MalformedPresignedUrl.class),
        query("Expires=86400", "Expires=604800", Failure.SignatureMismatch.class),
        query("Headers=host", "Headers=range", Failure.AccessDenied.class),
        query(ACCESS_KEY_ID, "AKIAUNKNOWN", Failure.UnknownAccessKey.class),
        query(ACCESS_KEY_ID, "%00", Failure.UnknownAccessKey.class),
        query(ACCESS_KEY_ID, "A".repeat(1000), Failure.UnknownAccessKey.class),
        query("Signature=aeee", "Signature=eeea", Failure.SignatureMismatch.class),
        query("/test.txt", "/Test.txt", Failure.SignatureMismatch.class),
        query("$", "&versionId=1", Failure.SignatureMismatch.class),
        query("$", "&x-amz-acl=public-read", Failure.SignatureMismatch.class),
        query("$", "&X-Amz-Security-Token=t", Failure.UnexpectedToken.class),
        query("$", "&AWSAccessKeyId=a&Expires=1&Signature=b", Failure.InvalidArgument.class),
        query("$", "&x-amz-acl=a%0Ab", Failure.InvalidArgument.class),
        query("$", "&x-amz-acl=a&X-Amz-Acl=b", Failure.InvalidArgument.class),
        request(
            "unsigned header",
            w -> w.with("x-amz-copy-source", "/b/k"),
            Failure.AccessDenied.class),
        request(
            "unsigned streaming",
            w -> w.with("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            Failure.AccessDenied.class),
        request(
            "streaming in the query, made up",
            w ->
                w.withTarget(
                    w.target() + "&X-Amz-Content-Sha256=STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            Failure.SignatureMismatch.class),
        request(
            "another value in the header",
            w -> w.withTarget(w.target() + "&x-amz-acl=private").with("x-amz-acl", "public-read"),
            Failure.InvalidArgument.class),
        request(
            "another type in the header",
            w -> w.withTarget(w.target() + "&content-type=a").with("Content-Type", "b"),
            Failure.InvalidArgument.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("v4Queries")
  void refusesMalformedV4Url(
      String name, UnaryOperator<Wire> change, Class<? extends Failure> expected) {
    Wire request = change.apply(V4_QUERY);

    Failure failure = refusal(request, NOW);

    assertThat(failure).isInstanceOf(expected);
  }

  static Stream<Arguments> v2() {
    return Stream.of(
        v2Header(w -> w.replacing("Authorization", "AWS"), Failure.InvalidArgument.class),
        v2Header(w -> w.replacing("Authorization", "AWS abc"), Failure.InvalidArgument.class),
        v2Header(w -> w.replacing("Authorization", "AWS :abc"), Failure.InvalidArgument.class),
        v2Header(w -> w.replacing("Authorization", "AWS abc:"), Failure.InvalidArgument.class),
        v2Header(w -> w.replacing("Authorization", "AWS abc:d"), Failure.UnknownAccessKey.class),
        v2Header(w -> w.mapping("Authorization", a -> a + "="), Failure.SignatureMismatch.class),
        v2Header(w -> w.without("Date"), Failure.AccessDenied.class),
        v2Header(w -> w.replacing("Date", "soon"), Failure.AccessDenied.class),
        v2Header(w -> w.with("x-amz-date", "soon"), Failure.AccessDenied.class),
        v2Header(w -> w.with("x-amz-acl", "private"), Failure.SignatureMismatch.class),
        v2Header(w -> w.with("Content-Type", "text/plain"), Failure.SignatureMismatch.class),
        v2Header(
            w -> w.with("Content-MD5", "eB5eJF1ptWaXm4bijSPyxw=="),
            Failure.SignatureMismatch.class),
        v2Header(w -> w.withTarget("/photos/puppy.jpg?acl"), Failure.SignatureMismatch.class),
        v2Header(
            w -> w.withTarget("/photos/puppy.jpg?attributes"), Failure.SignatureMismatch.class),
        v2Header(w -> w.withMethod("DELETE"), Failure.SignatureMismatch.class),
        v2Header(w -> w.withHost("johnsmythe.s3.amazonaws.com"), Failure.SignatureMismatch.class),
        v2Header(w -> w.with("x-amz-security-token", "t"), Failure.UnexpectedToken.class),
        v2Header(
            w -> w.with("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
            Failure.SignatureMismatch.class),
        v2Query("AWSAccessKeyId=[^&]*&", "", Failure.AccessDenied.class),
        v2Query("Expires=[^&]*&", "", Failure.AccessDenied.class),
        v2Query("&Signature=.*", "", Failure.AccessDenied.class),
        v2Query("$", "&Expires=1", Failure.AccessDenied.class),
        v2Query("Expires=", "Expires=x", Failure.AccessDenied.class),
        v2Query("Expires=", "Expires=-", Failure.AccessDenied.class),
        v2Query("Expires=1175139620", "Expires=1075139620", Failure.PresignedUrlExpired.class),
        v2Query("Expires=1175139620", "Expires=1175139621", Failure.SignatureMismatch.class),
        v2Query("Signature=Npg", "Signature=Nqg", Failure.SignatureMismatch.class),
        v2Query("$", "&x-amz-acl=private", Failure.SignatureMismatch.class),
        v2Query("$", "&content-type=a%0Ab", Failure.InvalidArgument.class),
        v2Query("$", "&response-content-type=text/html", Failure.SignatureMismatch.class));
  }

  @ParameterizedTest(name = "{index} {1}")
  @MethodSource("v2")
  void refusesMalformedV2(Wire request, Class<? extends Failure> expected) {
    Failure failure = refusal(request, V2_NOW);

    assertThat(failure).isInstanceOf(expected);
  }

  static Stream<Arguments> times() {
    return Stream.of(
        arguments(V4_HEADER, "2013-05-24T00:15:01Z", Failure.RequestTimeSkewed.class),
        arguments(V4_HEADER, "2013-05-23T23:44:59Z", Failure.RequestTimeSkewed.class),
        arguments(V4_QUERY, "2013-05-25T00:00:01Z", Failure.PresignedUrlExpired.class),
        arguments(V4_QUERY, "2013-05-23T23:44:59Z", Failure.AccessDenied.class),
        arguments(V2_HEADER, "2007-03-27T19:51:43Z", Failure.RequestTimeSkewed.class),
        arguments(V2_HEADER, "2007-03-27T19:21:41Z", Failure.RequestTimeSkewed.class),
        arguments(V2_QUERY, "2007-03-29T03:40:21Z", Failure.PresignedUrlExpired.class));
  }

  @ParameterizedTest
  @MethodSource("times")
  void refusesAtTheWrongTime(Wire request, String now, Class<? extends Failure> expected) {
    Failure failure = refusal(request, now);

    assertThat(failure).isInstanceOf(expected);
  }

  @Test
  void refusesV2WhereItIsSwitchedOff() {
    SignatureSettings settings = new SignatureSettings(Optional.empty(), false);

    Failure header = refusal(V2_HEADER, V2_NOW, settings);
    Failure url = refusal(V2_QUERY, V2_NOW, settings);

    assertThat(header).isInstanceOf(Failure.InvalidRequest.class);
    assertThat(url).isInstanceOf(Failure.InvalidRequest.class);
  }

  @Test
  void refusesAnotherRegionThanTheConfiguredOneAndNamesIt() {
    SignatureSettings settings = new SignatureSettings(Optional.of("eu-west-1"), true);

    Failure header = refusal(V4_HEADER, NOW, settings);
    Failure url = refusal(V4_QUERY, NOW, settings);

    assertThat(header)
        .isInstanceOfSatisfying(
            Failure.MalformedAuthorization.class,
            f -> assertThat(f.expectedRegion()).contains("eu-west-1"));
    assertThat(url)
        .isInstanceOfSatisfying(
            Failure.MalformedPresignedUrl.class,
            f -> assertThat(f.expectedRegion()).contains("eu-west-1"));
  }

  @Test
  void acceptsTheRegionThatTheHostNames() {
    SignatureSettings settings = new SignatureSettings(Optional.of("eu-west-1"), true);
    Wire request =
        PlainSigner.sign(
            Wire.request("GET", "bucket.s3.us-east-1.amazonaws.com", "/k"), "UNSIGNED-PAYLOAD");

    Authentication authentication = request.authenticateAt(SdkSigner.NOW.toString(), settings);

    assertThat(authentication.caller().findAccount()).isPresent();
  }

  @Test
  void neverRepeatsAnAuthorizationThatItCannotRead() {
    Wire request = V4_HEADER.replacing("Authorization", "Basic dXNlcjpwYXNz");

    Failure failure = refusal(request, NOW);

    assertThat(failure.toString()).doesNotContain("dXNlcjpwYXNz");
  }

  @Test
  void acceptsUnsignedHeadersOfProxies() {
    Wire request =
        V4_HEADER
            .with("x-amz-cf-id", "1")
            .with("x-amzn-trace-id", "2")
            .with("x-oss-s3-compat", "true")
            .with("User-Agent", "test");

    var authentication = request.authenticateAt(NOW);

    assertThat(authentication.caller().findAccount()).isPresent();
  }

  private static Failure refusal(Wire request, String now) {
    return refusal(request, now, SignatureSettings.DEFAULT);
  }

  private static Failure refusal(Wire request, String now, SignatureSettings settings) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> request.authenticateAt(now, settings));
    return thrown.failure();
  }

  private static Arguments header(
      String name, UnaryOperator<String> change, Class<? extends Failure> expected) {
    return request(name, w -> w.mapping("Authorization", change), expected);
  }

  private static Arguments without(String pattern, Class<? extends Failure> expected) {
    return change(pattern, "", expected);
  }

  private static Arguments change(String pattern, String by, Class<? extends Failure> expected) {
    return header(pattern + " -> " + by, a -> a.replaceFirst(pattern, by), expected);
  }

  private static Arguments query(String pattern, String by, Class<? extends Failure> expected) {
    return request(
        pattern + " -> " + by, w -> w.withTarget(w.target().replaceFirst(pattern, by)), expected);
  }

  private static Arguments request(
      String name, UnaryOperator<Wire> change, Class<? extends Failure> expected) {
    return arguments(name, change, expected);
  }

  private static Arguments v2Header(UnaryOperator<Wire> change, Class<? extends Failure> expected) {
    return arguments(change.apply(V2_HEADER), expected);
  }

  private static Arguments v2Query(String pattern, String by, Class<? extends Failure> expected) {
    return arguments(V2_QUERY.withTarget(V2_QUERY.target().replaceFirst(pattern, by)), expected);
  }
}
