package dev.cairn.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.signature.AwsRecogniser;
import dev.cairn.dialect.family.signature.OneAccount;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.obs.ObsAuthenticator;
import dev.cairn.dialect.obs.ObsForm;
import dev.cairn.dialect.obs.ObsRecogniser;
import dev.cairn.dialect.oss.OssAuthenticator;
import dev.cairn.dialect.oss.OssRecogniser;
import dev.cairn.dialect.s2.S2Authenticator;
import dev.cairn.dialect.s3.S3Authenticator;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Hmac;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who signed a form, in every dialect; and whose it is. */
class FormSignaturesTest {
  /** The example of AWS's page, with the ends of lines that its base64 has. */
  private static final String V4_EXAMPLE =
      """
      { "expiration": "2015-12-30T12:00:00.000Z",
        "conditions": [
          {"bucket": "sigv4examplebucket"},
          ["starts-with", "$key", "user/user1/"],
          {"acl": "public-read"},
          {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
          ["starts-with", "$Content-Type", "image/"],
          {"x-amz-meta-uuid": "14365123651274"},
          {"x-amz-server-side-encryption": "AES256"},
          ["starts-with", "$x-amz-meta-tag", ""],

          {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
          {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
          {"x-amz-date": "20151229T000000Z" }
        ]
      }"""
          .replace("\n", "\r\n");

  private static final String V4_NOW = "2015-12-29T01:00:00Z";
  private static final String NOW = "2007-11-30T12:00:00Z";
  private static final String V2_EXAMPLE =
      "{\"expiration\": \"2007-12-01T12:00:00.000Z\", \"conditions\": [{\"acl\": \"public-read\"},"
          + " {\"bucket\": \"johnsmith\"}, [\"starts-with\", \"$key\", \"user/eric/\"]]}";
  private static final String POLICY =
      "{\"expiration\": \"2007-12-01T12:00:00Z\", \"conditions\": [{\"bucket\": \"bucket\"},"
          + " [\"starts-with\", \"$key\", \"\"]]}";

  private static WireForm v4Example() {
    return WireForm.of("MyFilename.jpg")
        .with("key", "user/user1/${filename}")
        .with("acl", "public-read")
        .with(
            "success_action_redirect",
            "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html")
        .with("Content-Type", "image/jpeg")
        .with("x-amz-meta-uuid", "14365123651274")
        .with("x-amz-server-side-encryption", "AES256")
        .with("X-Amz-Credential", "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request")
        .with("X-Amz-Algorithm", "AWS4-HMAC-SHA256")
        .with("X-Amz-Date", "20151229T000000Z")
        .with("x-amz-meta-tag", "")
        .with("Policy", base64(V4_EXAMPLE))
        .with(
            "X-Amz-Signature", "8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
  }

  @Test
  void acceptsTheExampleOfAwsInV4() {
    PostedForm form = PostedForm.of(v4Example(), "localhost", "/sigv4examplebucket");

    Authentication authentication = authenticated(s3(V4_NOW, true), form);

    assertThat(base64(V4_EXAMPLE)).hasSize(864);
    assertThat(form.head().address().key().orElseThrow().value()).isEqualTo("user/user1/f.txt");
    assertKnown(authentication);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Amz-Signature  | 0afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e | SignatureMismatch
          X-Amz-Signature  |                                                             | MissingField
          X-Amz-Algorithm  | AWS4-HMAC-SHA1                                              | InvalidArgument
          X-Amz-Date       | 20151230T000000Z                                            | InvalidArgument
          X-Amz-Date       | yesterday                                                   | InvalidArgument
          X-Amz-Date       |                                                             | MissingField
          X-Amz-Credential | AKIAIOSFODNN7EXAMPLE                                        | InvalidArgument
          X-Amz-Credential | AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/ec2/aws4_request    | InvalidArgument
          X-Amz-Credential | AKIAIOSFODNN7EXAMPLE/20151229/us-east-2/s3/aws4_request     | SignatureMismatch
          X-Amz-Credential | NOBODY/20151229/us-east-1/s3/aws4_request                   | UnknownAccessKey
          Policy           | e30=                                                        | InvalidPolicy
          Policy           |                                                             | MissingField
          acl              | private                                                     | PolicyNotMet
          key              | user/user2/x                                                | PolicyNotMet
          x-amz-meta-more  | 1                                                           | PolicyNotMet
          x-oss-meta-more  | 1                                                           | InvalidArgument
          OSSAccessKeyId   | a                                                           | InvalidArgument
          AccessKeyId      | a                                                           | InvalidArgument
          """)
  void refusesTheExampleWithOneFieldChanged(String field, String value, String failure) {
    WireForm form = v4Example().with(field, value == null ? "" : value);

    assertThat(
            failure(s3(V4_NOW, true), PostedForm.of(form, "localhost", "/sigv4examplebucket"))
                .getClass()
                .getSimpleName())
        .isEqualTo(failure);
  }

  @Test
  void refusesAFormForAnotherBucketAndOneThatIsTooLate() {
    assertThat(failure(s3(V4_NOW, true), PostedForm.of(v4Example(), "localhost", "/other")))
        .isInstanceOf(Failure.PolicyNotMet.class);
    assertThat(
            failure(
                s3("2015-12-30T12:00:00Z", true),
                PostedForm.of(v4Example(), "localhost", "/sigv4examplebucket")))
        .isEqualTo(new Failure.PolicyNotMet("Policy expired."));
  }

  private static WireForm v2Example() {
    return WireForm.of("x")
        .with("key", "user/eric/k")
        .with("acl", "public-read")
        .with("AWSAccessKeyId", OneAccount.ACCESS_KEY_ID)
        .with("policy", base64(V2_EXAMPLE))
        .with("signature", "W+jgCPrYOUGc3DOssJviuUSL5kQ=");
  }

  @Test
  void acceptsV2WhereItIsAllowed() {
    PostedForm form = PostedForm.of(v2Example(), "localhost", "/johnsmith");

    assertKnown(authenticated(s3(NOW, true), form));
    assertKnown(authenticated(s2(true), form));
    assertKnown(authenticated(obs(ObsForm.S3, true), form));
    assertThat(failure(s3(NOW, false), form)).isInstanceOf(Failure.InvalidRequest.class);
    assertThat(failure(s2(false), form)).isInstanceOf(Failure.InvalidRequest.class);
    assertThat(failure(obs(ObsForm.S3, false), form)).isInstanceOf(Failure.InvalidRequest.class);
  }

  @ParameterizedTest
  @CsvSource({
    "signature, AAAA, SignatureMismatch",
    "signature, '', MissingField",
    "AWSAccessKeyId, '', MissingField",
    "AWSAccessKeyId, nobody, UnknownAccessKey",
    "policy, '', MissingField",
    "x-amz-security-token, t, UnexpectedToken"
  })
  void refusesV2WithOneFieldChanged(String field, String value, String failure) {
    WireForm form = v2Example().with(field, value);

    assertThat(failure(s3(NOW, true), PostedForm.of(form, "localhost", "/johnsmith")))
        .extracting(f -> f.getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @Test
  void whatNobodySignedIsNobodys() {
    PostedForm form = PostedForm.of(WireForm.of("x").with("key", "k").with("acl", "private"));

    for (Authenticator any :
        List.of(s3(NOW, true), s2(true), obs(ObsForm.NATIVE, true), oss(NOW, true))) {
      assertThat(authenticated(any, form).caller()).isInstanceOf(Caller.Anonymous.class);
    }
  }

  @Test
  void aFormIsSignedByItsFieldsAlone() {
    PostedForm form = PostedForm.of(v2Example(), "localhost", "/johnsmith");

    assertThat(failure(s3(NOW, true), form.with("Authorization", "AWS a:b")))
        .isInstanceOf(Failure.InvalidArgument.class);
    assertThat(failure(oss(NOW, true), PostedForm.of(v1OfOss()).with("Authorization", "OSS a:b")))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void acceptsObsInItsOwnFieldsAndInOne() {
    String policy = base64(POLICY);
    WireForm form = WireForm.of("x").with("key", "k");
    WireForm fields =
        form.with("AccessKeyId", OneAccount.ACCESS_KEY_ID)
            .with("policy", policy)
            .with("signature", sha1(policy));
    WireForm token =
        form.with("token", OneAccount.ACCESS_KEY_ID + ":" + sha1(policy) + ":" + policy);

    assertKnown(authenticated(obs(ObsForm.NATIVE, false), PostedForm.of(fields)));
    assertKnown(authenticated(obs(ObsForm.NATIVE, true), PostedForm.of(token)));
    assertKnown(
        authenticated(
            obs(ObsForm.NATIVE, true),
            PostedForm.of(token.with("policy", "nonsense").with("signature", "nonsense"))));
    assertThat(failure(obs(ObsForm.NATIVE, true), PostedForm.of(form.with("token", "a:b"))))
        .isInstanceOf(Failure.InvalidArgument.class);
    assertThat(
            failure(obs(ObsForm.NATIVE, true), PostedForm.of(fields.with("x-obs-acl", "private"))))
        .isInstanceOf(Failure.PolicyNotMet.class);
    assertThat(
            failure(obs(ObsForm.NATIVE, true), PostedForm.of(fields.with("x-amz-acl", "private"))))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  private static WireForm v1OfOss() {
    String policy = base64(POLICY);
    return WireForm.of("x")
        .with("key", "k")
        .with("OSSAccessKeyId", OneAccount.ACCESS_KEY_ID)
        .with("policy", policy)
        .with("Signature", sha1(policy));
  }

  @Test
  void acceptsOssInV1() {
    assertKnown(authenticated(oss(NOW, true), PostedForm.of(v1OfOss().with("x-oss-meta-a", "1"))));
    assertThat(failure(oss(NOW, false), PostedForm.of(v1OfOss())))
        .isInstanceOf(Failure.InvalidRequest.class);
    assertThat(failure(oss(NOW, true), PostedForm.of(v1OfOss().without("Signature"))))
        .isEqualTo(new Failure.MissingField("Signature"));
    assertThat(failure(oss(NOW, true), PostedForm.of(v1OfOss().with("x-obs-acl", "private"))))
        .isInstanceOf(Failure.InvalidArgument.class);
    assertThat(failure(oss(NOW, true), PostedForm.of(v1OfOss().with("AWSAccessKeyId", "a"))))
        .isInstanceOf(Failure.InvalidArgument.class);
    assertThat(failure(oss("2007-12-02T00:00:00Z", true), PostedForm.of(v1OfOss())))
        .isInstanceOf(Failure.PolicyNotMet.class);
  }

  private static WireForm v4OfOss() {
    String policy = base64(POLICY);
    String scope = "20071130/cn-hangzhou/oss/aliyun_v4_request";
    byte[] key = ("aliyun_v4" + OneAccount.SECRET).getBytes(UTF_8);
    for (String word : scope.split("/", -1)) {
      key = Hmac.sha256(key, word);
    }
    return WireForm.of("x")
        .with("key", "k")
        .with("policy", policy)
        .with("x-oss-signature-version", "OSS4-HMAC-SHA256")
        .with("x-oss-credential", OneAccount.ACCESS_KEY_ID + "/" + scope)
        .with("x-oss-date", "20071130T110000Z")
        .with("x-oss-signature", HexFormat.of().formatHex(Hmac.sha256(key, policy)));
  }

  @Test
  void acceptsOssInV4() {
    assertKnown(authenticated(oss(NOW, false), PostedForm.of(v4OfOss())));
  }

  @ParameterizedTest
  @CsvSource({
    "x-oss-signature, 00, SignatureMismatch",
    "x-oss-signature-version, OSS2, NotImplemented",
    "x-oss-signature-version, '', MissingField",
    "x-oss-date, 20071129T110000Z, InvalidArgument",
    "x-oss-date, 20071130T230000Z, AccessDenied",
    "x-oss-credential, a/b, InvalidArgument",
    "policy, '', MissingField"
  })
  void refusesV4OfOssWithOneFieldChanged(String field, String value, String failure) {
    assertThat(failure(oss(NOW, true), PostedForm.of(v4OfOss().with(field, value))))
        .extracting(f -> f.getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, AWSAccessKeyId, s3",
    "localhost, x-amz-signature, s3",
    "obs.localhost, AWSAccessKeyId, obs-s3",
    "obs.localhost, x-amz-meta-a, obs-s3",
    "obs.localhost, x-obs-meta-a, obs-native",
    "obs.localhost, AccessKeyId, obs-native",
    "localhost, AccessKeyId, obs-native",
    "localhost, token, obs-native",
    "localhost, OSSAccessKeyId, oss",
    "obs.localhost, x-oss-signature-version, oss",
    "oss.localhost, key, oss",
    "localhost, key, s3",
    "oss.localhost, AWSAccessKeyId, s3"
  })
  void knowsWhoseAFormIs(String host, String field, String dialect) {
    PostedForm form = PostedForm.of(WireForm.of("x").with(field, "1"), host, "/bucket");

    assertThat(strongest(form)).isEqualTo(dialect);
  }

  private static String strongest(PostedForm form) {
    Headers fields = form.read().fields();
    Domains obs = new Domains(List.of("obs.localhost"));
    List<String> names = List.of("oss", "obs-s3", "obs-native", "s3");
    List<Recogniser> recognisers =
        List.of(
            new OssRecogniser(new Domains(List.of("oss.localhost"))),
            new ObsRecogniser(ObsForm.S3, obs),
            new ObsRecogniser(ObsForm.NATIVE, obs),
            new AwsRecogniser(new Domains(List.of("s3.localhost"))));
    List<Dialect> dialects =
        recognisers.stream()
            .map(
                recogniser ->
                    new Dialect(null, recogniser, null, null, null, java.util.Map.of(), null, null))
            .toList();
    Dialect chosen = new DialectSelector(dialects).select(form.raw(), fields);
    return names.get(dialects.indexOf(chosen));
  }

  private static Authenticator s3(String now, boolean legacy) {
    return S3Authenticator.create(
        settings(legacy), new OneAccount().credentials(), at(now), Runnable::run);
  }

  private static Authenticator s2(boolean legacy) {
    return S2Authenticator.create(legacy, new OneAccount().credentials(), at(NOW), Runnable::run);
  }

  private static Authenticator obs(ObsForm form, boolean legacy) {
    return ObsAuthenticator.create(
        form, settings(legacy), new OneAccount().credentials(), at(NOW), Runnable::run);
  }

  private static Authenticator oss(String now, boolean legacy) {
    return new OssAuthenticator(settings(legacy), new OneAccount().credentials(), at(now));
  }

  private static SignatureSettings settings(boolean legacy) {
    return new SignatureSettings(Optional.empty(), legacy);
  }

  private static InstantSource at(String now) {
    return InstantSource.fixed(Instant.parse(now));
  }

  private static Authentication authenticated(Authenticator authenticator, PostedForm form) {
    return authenticator.authenticate(form.head()).await().indefinitely();
  }

  private static Failure failure(Authenticator authenticator, PostedForm form) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> authenticated(authenticator, form));
    assertThat(thrown).as("a failure").isNotNull();
    return thrown.failure();
  }

  private static void assertKnown(Authentication authentication) {
    assertThat(authentication.caller()).isInstanceOf(Caller.Authenticated.class);
  }

  private static String sha1(String policy) {
    return Base64.getEncoder().encodeToString(Hmac.sha1(OneAccount.SECRET.getBytes(UTF_8), policy));
  }

  private static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
  }
}
