package dev.cairn.acceptance.onestore;

import static dev.cairn.acceptance.onestore.UsesForms.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.SignerV2;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that could be read in two ways, in every dialect: they are refused, and do nothing. */
interface MixedRequests extends UsesForms {
  /** Signed as one vendor has it, with a header of another's that no signature covers. */
  @TestFactory
  default Stream<DynamicTest> refusesControlHeadersOfAnother() {
    return Form.all()
        .flatMap(
            form ->
                form.otherWords()
                    .flatMap(
                        other ->
                            Stream.of("copy-source", "meta-colour", "storage-class")
                                .map(suffix -> other.prefix() + suffix))
                    .map(
                        header ->
                            DynamicTest.dynamicTest(
                                form + " with " + header, () -> refusesHeader(form, header))));
  }

  private void refusesHeader(Form form, String header) {
    // Given
    String bucket = bucketOf(form, signer(form));
    Stored before = Stored.in(cairn());
    WireRequest put = request(form, "PUT", "/" + bucket + "/new").body("bytes");

    // When
    WireAnswer added = send(signer(form).sign(put).with(header, "/" + bucket + "/k"));
    WireAnswer inUrl = send(signer(form).presign(put, 60).with(header, "/" + bucket + "/k"));

    // Then
    assertRefused(form, added, 400, "InvalidArgument");
    assertRefused(form, inUrl, 400, "InvalidArgument");
    before.assertNothingCame(cairn());
  }

  /** Whoever has a URL to write to must not be able to copy with it. */
  @ParameterizedTest
  @EnumSource
  default void refusesACopySourceThatIsAddedToAPresignedPut(Form form) {
    // Given
    String bucket = bucketOf(form, signer(form));
    Stored before = Stored.in(cairn());
    WireRequest url =
        signer(form).presign(request(form, "PUT", "/" + bucket + "/new").body(""), 60);

    // When
    WireAnswer answer = send(url.with(form.header("copy-source"), "/" + bucket + "/k"));

    // Then
    assertRefused(form, answer, 403, "SignatureDoesNotMatch");
    before.assertNothingCame(cairn());
  }

  @ParameterizedTest
  @EnumSource(names = {"S3", "S2", "OBS_S3"})
  default void refusesACopySourceThatIsAddedToAPutPresignedByV4(Form form) {
    // Given
    String bucket = bucketOf(form, signer(form));
    Stored before = Stored.in(cairn());
    WireRequest url = v4().presign(request(form, "PUT", "/" + bucket + "/new").body(""), 60);

    // When
    WireAnswer answer = send(url.with("x-amz-copy-source", "/" + bucket + "/k"));

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    assertThat(answer.error().get("Code")).isIn("AccessDenied", "SignatureDoesNotMatch");
    before.assertNothingCame(cairn());
  }

  /** The three spellings of the parameter that names the key, two of them at a time. */
  @TestFactory
  default Stream<DynamicTest> refusesKeysInTwoSpellings() {
    return Form.all()
        .flatMap(
            form ->
                form.otherWords()
                    .map(
                        other ->
                            DynamicTest.dynamicTest(
                                form.words().keyParameter() + " and " + other.keyParameter(),
                                () -> refusesKey(form, other.keyParameter()))));
  }

  private void refusesKey(Form form, String parameter) {
    // Given
    String bucket = bucketOf(form, signer(form));
    WireRequest get = request(form, "GET", "/" + bucket + "/k");
    WireRequest url = signer(form).presign(get, 60);
    String second = parameter + "=" + cairn().accessKeyId();

    // When
    WireAnswer before = send(url.target(url.target().replace("?", "?" + second + "&")));
    WireAnswer after = send(url.target(url.target() + "&" + second));
    WireAnswer besideAHeader = send(signer(form).sign(get).target(get.target() + "?" + second));

    // Then
    assertThat(send(url).text()).isEqualTo("there");
    assertRefused(before, 400, "InvalidArgument");
    assertRefused(after, 400, "InvalidArgument");
    assertRefused(besideAHeader, 400, "InvalidArgument");
  }

  @ParameterizedTest
  @EnumSource
  default void refusesToCopyWhatTheCallerMayNotRead(Form form) {
    // Given
    String secret = bucketOf(form, signer(form));
    SignerV4 account = stranger();
    SignerV2 stranger = new SignerV2(account.accessKeyId(), account.secret()).in(form.words());
    String own = bucketOf(form, stranger);
    String upload =
        succeeds(stranger.sign(request(form, "POST", "/" + own + "/new?uploads").body("")))
            .document()
            .getElementsByTagName("UploadId")
            .item(0)
            .getTextContent();
    Stored before = Stored.in(cairn());

    for (String target :
        new String[] {"/" + own + "/new", "/" + own + "/new?partNumber=1&uploadId=" + upload}) {
      for (String source : new String[] {"/" + secret + "/k", "/" + secret + "/nothing"}) {
        // When
        WireAnswer answer =
            send(
                stranger.sign(
                    request(form, "PUT", target)
                        .body("")
                        .with(form.header("copy-source"), source)));

        // Then
        assertRefused(form, answer, 403, "AccessDenied");
      }
    }
    before.assertNothingCame(cairn());
  }

  @TestFactory
  default Stream<DynamicTest> refusesParametersThatAreGivenTwice() {
    return Form.all()
        .flatMap(
            form ->
                Stream.of(
                        "GET ?prefix=a&prefix=b",
                        "GET ?max-keys=1&max-keys=2",
                        "GET ?uploads&uploads",
                        "PUT /k?partNumber=1&partNumber=2&uploadId=0",
                        "PUT /k?partNumber=1&uploadId=0&uploadId=1",
                        "DELETE /k?uploadId=0&uploadId=1")
                    .map(
                        line ->
                            DynamicTest.dynamicTest(
                                form + ": " + line, () -> refusesTwice(form, line))));
  }

  private void refusesTwice(Form form, String line) {
    String bucket = bucketOf(form, signer(form));
    String[] words = line.split(" ", 2);

    WireAnswer answer = ask(form, request(form, words[0], "/" + bucket + words[1]).body(""));

    assertRefused(form, answer, 400, "InvalidArgument");
  }

  /** The first counts, as the page of signature V1 has it. */
  @ParameterizedTest
  @ValueSource(strings = {"Signature=x", "Expires=1", "OSSAccessKeyId=nobody"})
  default void ofSignaturesOfOssTheFirstOneCounts(String second) {
    // Given
    String bucket = bucketOf(Form.OSS, signer(Form.OSS));
    WireRequest url = signer(Form.OSS).presign(request(Form.OSS, "GET", "/" + bucket + "/k"), 60);

    // When
    WireAnswer after = send(url.target(url.target() + "&" + second));
    WireAnswer before = send(url.target(url.target().replace("?", "?" + second + "&")));

    // Then
    assertThat(after.text()).isEqualTo("there");
    assertThat(before.status()).isEqualTo(403);
  }
}
