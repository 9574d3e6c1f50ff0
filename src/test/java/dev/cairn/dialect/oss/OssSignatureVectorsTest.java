package dev.cairn.dialect.oss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.access.Credentials;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.DomainAddressing;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.SigningTime;
import dev.cairn.dialect.family.signature.TemporaryKeys;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.RawRequest;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures of the vendor's own tests, as requests: key "ak" with the secret "sk". */
class OssSignatureVectorsTest {
  private static final AccessKey KEY =
      new AccessKey("ak", "sk", new Account(new AccountId("one"), "One", ""));

  private static final String V1_DATE = "Wed, 28 Dec 2022 10:27:41 GMT";
  private static final String V1_NOW = "2022-12-28T10:27:41Z";

  @Test
  void acceptsV1Header() {
    String[] fields = v1("kSHKmLxlyEAKtZPkJhG9bZb5k7M=");

    assertSigned(authenticate(V1_NOW, "PUT /examplebucket/nelson", fields));
  }

  @Test
  void acceptsV1HeaderOfAHostStyleRequest() {
    String[] fields = v1("kSHKmLxlyEAKtZPkJhG9bZb5k7M=");
    String[] all =
        Stream.concat(Stream.of(fields), Stream.of("Host: examplebucket.oss.localhost"))
            .toArray(String[]::new);

    assertSigned(authenticate(V1_NOW, "PUT /nelson", all));
  }

  @Test
  void refusesAnotherV1Signature() {
    Failure failure =
        failure(V1_NOW, "PUT /examplebucket/nelson", v1("kSHKmLxlyEAKtZPkJhG9bZb5k7N="));

    assertThat(failure).isInstanceOf(Failure.SignatureMismatch.class);
    assertThat(((Failure.SignatureMismatch) failure).stringToSign())
        .isEqualTo(
            """
            PUT
            eB5eJF1ptWaXm4bijSPyxw==
            text/html
            Wed, 28 Dec 2022 10:27:41 GMT
            x-oss-date:Wed, 28 Dec 2022 10:27:41 GMT
            x-oss-meta-author:alice
            x-oss-meta-magic:abracadabra
            /examplebucket/nelson""");
  }

  private static String[] v1(String signature) {
    return new String[] {
      "Content-MD5: eB5eJF1ptWaXm4bijSPyxw==",
      "Content-Type: text/html",
      "Date: " + V1_DATE,
      "x-oss-date: " + V1_DATE,
      "x-oss-meta-author: alice",
      "x-oss-meta-magic: abracadabra",
      "Authorization: OSS ak:" + signature
    };
  }

  @Test
  void acceptsV1Url() {
    String target =
        "GET /bucket/key?versionId=versionId&OSSAccessKeyId=ak&Expires=1699807420"
            + "&Signature=dcLTea%2BYh9ApirQ8o8dOPqtvJXQ%3D";

    assertSigned(authenticate("2023-11-12T16:43:40Z", target));
    assertThat(failure("2023-11-12T16:43:41Z", target))
        .isInstanceOf(Failure.PresignedUrlExpired.class);
  }

  private static final String V4_QUERY =
      "param1=value1&%2Bparam1=value3&%7Cparam1=value4&%2Bparam2&%7Cparam2&param2";
  private static final String V4_LINE = "PUT /bucket/1234%2B-/123/1.txt?" + V4_QUERY;

  static Stream<Arguments> v4() {
    return Stream.of(
        v4(
            "20231216T162057Z",
            "",
            "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe"),
        v4(
            "20231216T172512Z",
            "AdditionalHeaders=abc;zabc,",
            "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f",
            "abc: value",
            "zabc: value"));
  }

  private static Arguments v4(String date, String additional, String signature, String... more) {
    Stream<String> fields =
        Stream.of(
            "content-type: text/plain",
            "x-oss-head1: value",
            "x-oss-content-sha256: UNSIGNED-PAYLOAD",
            "x-oss-date: " + date,
            "Authorization: OSS4-HMAC-SHA256 Credential=ak/"
                + date.substring(0, 8)
                + "/cn-hangzhou/oss/aliyun_v4_request,"
                + additional
                + "Signature="
                + signature);
    String now =
        "%s-%s-%sT%s:%s:%sZ"
            .formatted(
                date.substring(0, 4),
                date.substring(4, 6),
                date.substring(6, 8),
                date.substring(9, 11),
                date.substring(11, 13),
                date.substring(13, 15));
    return Arguments.of(now, Stream.concat(fields, Stream.of(more)).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("v4")
  void acceptsV4Header(String now, String[] fields) {
    assertSigned(authenticate(now, V4_LINE, fields));
    assertThat(failure(now, V4_LINE + "&more=x", fields))
        .isInstanceOf(Failure.SignatureMismatch.class);
  }

  // The vendor's test has a token; our key has none, so that the signature is looked at alone.
  @Test
  void signsTheTokenOfV4() {
    RequestHead head =
        head(
            V4_LINE,
            "content-type: text/plain",
            "x-oss-head1: value",
            "x-oss-content-sha256: UNSIGNED-PAYLOAD",
            "x-oss-security-token: token",
            "x-oss-date: 20231217T034736Z",
            "Authorization: OSS4-HMAC-SHA256 Credential=ak/20231217/cn-hangzhou/oss/"
                + "aliyun_v4_request,Signature="
                + "b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea");
    OssV4Verifier verifier =
        new OssV4Verifier(
            Optional.empty(),
            new SigningTime(InstantSource.fixed(Instant.parse("2023-12-17T03:47:36Z"))));

    verifier.ofHeader(head).verify(KEY);

    assertThat(
            failure(
                "2023-12-17T03:47:36Z",
                V4_LINE,
                head.raw().headers().fields().stream()
                    .map(f -> f.name() + ": " + f.value())
                    .toArray(String[]::new)))
        .isInstanceOf(Failure.UnexpectedToken.class);
  }

  private static final String V4_URL =
      V4_LINE
          + "&x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-date=20231217T025437Z"
          + "&x-oss-expires=599"
          + "&x-oss-credential=ak%2F20231217%2Fcn-hangzhou%2Foss%2Faliyun_v4_request"
          + "&x-oss-signature="
          + "a39966c61718be0d5b14e668088b3fa07601033f6518ac7b523100014269c0fe";

  @Test
  void acceptsV4Url() {
    String[] fields = {"content-type: application/octet-stream", "x-oss-head1: value"};

    assertSigned(authenticate("2023-12-17T03:04:36Z", V4_URL, fields));
    assertThat(failure("2023-12-17T03:04:37Z", V4_URL, fields))
        .isInstanceOf(Failure.PresignedUrlExpired.class);
    assertThat(failure("2023-12-17T02:39:36Z", V4_URL, fields))
        .isInstanceOf(Failure.AccessDenied.class);
    assertThat(failure("2023-12-17T03:00:00Z", V4_URL, fields[0]))
        .isInstanceOf(Failure.SignatureMismatch.class);
  }

  @ParameterizedTest
  @CsvSource({
    "OSS, InvalidArgument",
    "OSS ak, InvalidArgument",
    "OSS a:b:c, InvalidArgument",
    "OSS nobody:kSHKmLxlyEAKtZPkJhG9bZb5k7M=, UnknownAccessKey",
    "OSS2 AccessKeyId:ak, NotImplemented",
    "Basic YTpi, InvalidArgument",
    "OSS4-HMAC-SHA256 Credential=ak, InvalidArgument",
    "'OSS4-HMAC-SHA256 Credential=ak/20221228/r/oss/aliyun_v4_request,AdditionalHeaders=,"
        + "Signature=0', InvalidArgument",
    "'OSS4-HMAC-SHA256 Credential=ak/20221227/r/oss/aliyun_v4_request,Signature=0',"
        + " InvalidArgument",
    "'OSS4-HMAC-SHA256 Credential=ak/20221228/r/s3/aws4_request,Signature=0', InvalidArgument",
  })
  void refusesWhatIsMalformed(String authorization, String failure) {
    assertThat(
            failure(
                    V1_NOW,
                    "GET /bucket/key",
                    "Date: " + V1_DATE,
                    "Authorization: " + authorization)
                .getClass()
                .getSimpleName())
        .isEqualTo(failure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OSSAccessKeyId=ak&Expires=1",
        "OSSAccessKeyId=ak&Signature=x",
        "OSSAccessKeyId=ak&Signature=x&Expires=soon"
      })
  void refusesUrlsThatLackSomething(String query) {
    assertThat(failure(V1_NOW, "GET /bucket/key?" + query))
        .isInstanceOf(Failure.AccessDenied.class);
  }

  @Test
  void refusesTwoSignaturesAtOnce() {
    assertThat(
            failure(
                V1_NOW,
                "GET /bucket/key?OSSAccessKeyId=ak&Signature=x&Expires=1",
                "Date: " + V1_DATE,
                "Authorization: OSS ak:x"))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void refusesDatesThatAreMissingOrFarAway() {
    assertThat(failure(V1_NOW, "GET /bucket/key", "Authorization: OSS ak:x"))
        .isInstanceOf(Failure.AccessDenied.class);
    assertThat(
            failure(
                "2022-12-28T10:42:42Z",
                "GET /bucket/key",
                "Date: " + V1_DATE,
                "Authorization: OSS ak:x"))
        .isInstanceOf(Failure.RequestTimeSkewed.class);
  }

  private static void assertSigned(Authentication authentication) {
    assertThat(authentication.caller()).isEqualTo(new Caller.Authenticated(KEY.account(), "ak"));
  }

  private static Authentication authenticate(String now, String line, String... fields) {
    RequestHead head = head(line, fields);
    OssAuthenticator authenticator =
        new OssAuthenticator(
            SignatureSettings.DEFAULT,
            new Credentials(catalog(), TemporaryKeys.NONE, InstantSource.system()),
            InstantSource.fixed(Instant.parse(now)));
    return authenticator.authenticate(head).await().indefinitely();
  }

  private static Failure failure(String now, String line, String... fields) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> authenticate(now, line, fields));
    assertThat(thrown).as("a failure").isNotNull();
    return thrown.failure();
  }

  private static RequestHead head(String line, String... fields) {
    RawRequest raw = OssWire.raw(line, fields);
    return new RequestHead(
        raw,
        new DomainAddressing(new Domains(OssDomains.DEFAULTS)).locate(raw),
        Operation.PutObject,
        raw.headers());
  }

  /** A catalog of one key. */
  private static AccountCatalog catalog() {
    return (AccountCatalog)
        Proxy.newProxyInstance(
            AccountCatalog.class.getClassLoader(),
            new Class<?>[] {AccountCatalog.class},
            (proxy, method, arguments) ->
                Uni.createFrom().item(Optional.of(KEY).filter(k -> k.id().equals(arguments[0]))));
  }
}
