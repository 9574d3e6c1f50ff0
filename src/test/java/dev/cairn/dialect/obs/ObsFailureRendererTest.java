package dev.cairn.dialect.obs;

import static dev.cairn.dialect.obs.ObsWire.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.Address;
import dev.cairn.dialect.FailureRenderer.Context;
import dev.cairn.dialect.RequestId;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ObsFailureRendererTest {
  private static final RequestId ID =
      new RequestId(UUID.fromString("996c7669-6e67-2073-b265-717565737400"));

  static Stream<Arguments> differences() {
    return Stream.of(
        Arguments.of(new Failure.KeyTooLong(2000, 1024), "400 KeyTooLong", "400 KeyTooLongError"),
        Arguments.of(
            new Failure.BodyTimeout(Duration.ofSeconds(30)),
            "400 RequestTimeout",
            "408 RequestTimeout"),
        Arguments.of(
            new Failure.InvalidStorageClass("COOL"),
            "400 InvalidStorageClass",
            "400 InvalidArgument"));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void theFormsDiffer(Failure failure, String s3, String own) {
    assertThat(told(ObsForm.S3, failure)).isEqualTo(s3);
    assertThat(told(ObsForm.NATIVE, failure)).isEqualTo(own);
  }

  static Stream<Arguments> ofOwnTables() {
    return Stream.of(
        Arguments.of(new Failure.InvalidToken(), "403 InvalidSecurity"),
        Arguments.of(new Failure.NotImplemented("x"), "501 NotImplemented"),
        Arguments.of(new Failure.NoSpace(), "403 InsufficientStorageSpace"),
        Arguments.of(
            new Failure.InvalidEncryptionAlgorithm("AES256"),
            "400 InvalidEncryptionAlgorithmError"),
        Arguments.of(new Failure.MetadataTooLarge(9000, 8192), "400 MetadataTooLarge"),
        Arguments.of(new Failure.UnknownAccessKey("A"), "403 InvalidAccessKeyId"),
        Arguments.of(
            new Failure.PresignedUrlExpired(NOON, NOON.plusSeconds(1)), "403 AccessDenied"),
        Arguments.of(new Failure.BucketNotEmpty(new BucketName("bucket")), "409 BucketNotEmpty"));
  }

  @ParameterizedTest
  @MethodSource("ofOwnTables")
  void bothFormsSay(Failure failure, String expected) {
    assertThat(told(ObsForm.S3, failure)).isEqualTo(expected);
    assertThat(told(ObsForm.NATIVE, failure)).isEqualTo(expected);
  }

  static Stream<Failure> ofWhoCannotProveIt() {
    return Stream.of(
        new Failure.UnknownAccessKey("A"),
        new Failure.SignatureMismatch("AK", "sig", "GET\n", Optional.empty()));
  }

  // The page of Initiate Multipart Upload.
  @ParameterizedTest
  @MethodSource("ofWhoCannotProveIt")
  void strictPagesSayAccessDeniedOfAnInvalidKeyOrSignature(Failure failure) {
    for (ObsForm form : ObsForm.values()) {
      ObsFailureRenderer renderer = new ObsFailureRenderer(form, true);

      Answer answer = renderer.render(failure, context("GET"));

      assertThat(answer.status()).isEqualTo(403);
      assertThat(ObsWire.document(answer)).contains("<Code>AccessDenied</Code>");
      assertThat(renderer.code(failure)).isEqualTo("AccessDenied");
    }
  }

  @Test
  void writesTheElementsInItsOrder() {
    Answer answer =
        new ObsFailureRenderer(ObsForm.S3)
            .render(new Failure.NoSuchKey(new ObjectKey("a & b")), context("GET"));

    assertThat(ObsWire.document(answer))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Error><Code>")
        .containsSubsequence(
            "<Code>NoSuchKey</Code>",
            "<Message>",
            "<Resource>/bucket/a &amp; b</Resource>",
            "<RequestId>996C76696E672073B265717565737400</RequestId>",
            "<HostId>32AAAQAAEAAB",
            "<Key>a &amp; b</Key>");
  }

  @Test
  void givesTheSdkTheStringToSign() {
    Failure failure = new Failure.SignatureMismatch("AK", "sig", "GET\n", Optional.empty());

    Answer answer = new ObsFailureRenderer(ObsForm.NATIVE).render(failure, context("GET"));

    assertThat(ObsWire.document(answer)).contains("<StringToSign>GET\n</StringToSign>");
  }

  @ParameterizedTest
  @EnumSource(ObsForm.class)
  void tellsTheCodeInAHeaderOfHead(ObsForm form) {
    Failure failure = new Failure.NoSuchKey(new ObjectKey("a & b"));

    Answer answer = new ObsFailureRenderer(form).render(failure, context("HEAD"));

    String header = form == ObsForm.S3 ? "x-amz-error-code" : "x-obs-error-code";
    assertThat(answer.payload()).isEqualTo(new Answer.Payload.None());
    assertThat(answer.headers().first(header)).contains("NoSuchKey");
  }

  @Test
  void repeatsTheSignatureOfTheTrademarksInOneFormOnly() {
    Headers s3 = new ObsCommonHeaders(ObsForm.S3, () -> NOON).of(ID, Optional.empty());
    Headers own = new ObsCommonHeaders(ObsForm.NATIVE, () -> NOON).of(ID, Optional.empty());

    assertThat(s3.first("x-reserved"))
        .contains(
            "amazon, aws and amazon web services are trademarks or registered trademarks of"
                + " Amazon Technologies, Inc");
    assertThat(s3.first("x-amz-request-id")).contains("996C76696E672073B265717565737400");
    assertThat(s3.first("x-amz-id-2").orElseThrow()).hasSize(64);
    assertThat(own.first("x-reserved")).isEmpty();
    assertThat(own.first("x-obs-request-id")).contains("996C76696E672073B265717565737400");
    assertThat(own.first("x-obs-id-2").orElseThrow()).hasSize(64);
    assertThat(List.of(s3.first("Server"), own.first("Server"))).containsOnly(Optional.of("OBS"));
  }

  private static String told(ObsForm form, Failure failure) {
    ObsFailureRenderer renderer = new ObsFailureRenderer(form);
    return renderer.render(failure, context("GET")).status() + " " + renderer.code(failure);
  }

  private static Context context(String method) {
    Target target = Target.parse("/bucket/a%20%26%20b");
    RawRequest request =
        new RawRequest(
            method,
            target,
            Query.parse(""),
            "obs.localhost",
            Headers.NONE,
            false,
            OptionalLong.empty(),
            false);
    Address address =
        new Address(
            Optional.of(new BucketName("bucket")),
            Optional.of(new ObjectKey("a & b")),
            false,
            Optional.empty(),
            Optional.empty());
    return new Context(ID, Optional.of(request), Optional.of(address));
  }
}
