package dev.cairn.dialect.obs;

import static dev.cairn.dialect.family.signature.OneAccount.ACCESS_KEY_ID;
import static dev.cairn.dialect.obs.ObsSigned.HOST;
import static dev.cairn.dialect.obs.ObsSigned.authenticate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.family.signature.OneAccount;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Signatures of OBS. No page of the vendor's shows a secret beside a signature: the first three are
 * computed from the strings to sign that its pages print.
 */
class ObsSignatureTest {
  private static final String NOW = "2026-03-04T05:06:07Z";
  private static final String DATE = "Wed, 04 Mar 2026 05:06:07 GMT";
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void acceptsTheS3PagesExample() {
    Wire request =
        Wire.request("PUT", HOST, "/object.txt")
            .with("Content-Type", "text/plain")
            .with("x-amz-date", "Tue, 15 Oct 2015 07:20:09 GMT")
            .with("Authorization", "AWS " + ACCESS_KEY_ID + ":QSxUUfVw61IuxRKdVIrCzq1whsI=");

    Authentication authentication = authenticate(ObsForm.S3, request, "2015-10-15T07:20:09Z");

    assertSigned(authentication);
  }

  @Test
  void acceptsTheNativeHeaderExample() {
    Wire request =
        Wire.request("PUT", HOST, "/object.txt")
            .with("Content-Type", "text/plain")
            .with("Date", "Mon, 14 Oct 2015 12:08:34 GMT")
            .with("x-obs-acl", "public-read")
            .with("Authorization", "OBS " + ACCESS_KEY_ID + ":985EoVWu+Ab3A0x4chDrSOKaaH8=");

    Authentication authentication = authenticate(ObsForm.NATIVE, request, "2015-10-14T12:08:34Z");

    assertSigned(authentication);
  }

  @Test
  void acceptsTheNativeUrlExample() {
    Wire request =
        Wire.request(
            "GET",
            "examplebucket.obs.localhost",
            "/objectkey?AccessKeyId="
                + ACCESS_KEY_ID
                + "&Expires=1532779451&Signature=8745OnG3StPA47j2Xy0f4ccnaxA%3D");

    Authentication authentication = authenticate(ObsForm.NATIVE, request, "2018-07-28T12:00:00Z");

    assertSigned(authentication);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S3     | /k?uploads=                   | ?uploads                     | an empty value, no sign of it
          S3     | /k?uploads=                   | ?uploads=                    | an empty value, as AWS has it
          NATIVE | /k?append&position=0          | ?append&position=0           | what the SDK signs
          NATIVE | /k?append&position=0          | ?position=0                  | what the page names
          NATIVE | /?storageClass                | ?storageClass                | a name with a capital
          NATIVE | /k?x-image-process=a%2Fb      | ?x-image-process=a/b         | decoded
          NATIVE | /k?x-image-process=a%2Fb      | ''                           | unknown to the page
          NATIVE | /k?x-obs-new-word=1           | ?x-obs-new-word=1            | whatever has the prefix
          S3     | /k?x-amz-new-word=1           | ?x-amz-new-word=1            | whatever has the prefix
          NATIVE | /a%20b/%C3%BC                 | ''                           | the key as it is encoded
          """)
  void signsSubResources(ObsForm form, String target, String list, String why) {
    String path = target.split("\\?", 2)[0];
    Wire request =
        header(form, target, "PUT\n\n\n" + DATE + "\n/bucket" + path + list).with("Date", DATE);

    Authentication authentication = authenticate(form, request, NOW);

    assertSigned(authentication);
  }

  @Test
  void leavesTheLineOfTheDateEmptyForItsOwnDate() {
    Wire request =
        header(ObsForm.NATIVE, "/k", "PUT\n\n\n\nx-obs-date:" + DATE + "\n/bucket/k")
            .with("Date", "anything")
            .with("x-obs-date", DATE);

    Authentication authentication = authenticate(ObsForm.NATIVE, request, NOW);

    assertSigned(authentication);
  }

  @ParameterizedTest
  @CsvSource({"x-obs-acl, /bucket/k?x-obs-acl=private", "a, /bucket/k"})
  void whatAUrlCarriesForAHeaderMustBeSigned(String what, String resource) {
    Wire request = url("/k?x-obs-acl=private&", "GET\n\n\n1772600800\n" + resource);

    FailureException thrown =
        catchThrowableOfType(
            FailureException.class, () -> authenticate(ObsForm.NATIVE, request, NOW));

    if (what.equals("a")) {
      assertThat(thrown.failure()).isInstanceOf(Failure.SignatureMismatch.class);
    } else {
      assertThat(thrown).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NATIVE, x-amz-acl,          InvalidArgument",
    "NATIVE, x-oss-object-acl,   InvalidArgument",
    "S3,     x-obs-acl,          InvalidArgument",
    "S3,     x-oss-acl,          InvalidArgument",
  })
  void refusesHeadersOfOtherForms(ObsForm form, String header, String failure) {
    Wire request =
        header(form, "/k", "PUT\n\n\n" + DATE + "\n/bucket/k")
            .with("Date", DATE)
            .with(header, "private");

    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> authenticate(form, request, NOW));

    assertThat(thrown.failure().getClass().getSimpleName()).isEqualTo(failure);
  }

  @Test
  void refusesAWrongSignatureAndSaysWhatItSigned() {
    Wire request =
        Wire.request("PUT", HOST, "/k")
            .with("Date", DATE)
            .with("Authorization", "OBS " + ACCESS_KEY_ID + ":AAAA");

    FailureException thrown =
        catchThrowableOfType(
            FailureException.class, () -> authenticate(ObsForm.NATIVE, request, NOW));

    assertThat(thrown.failure())
        .isInstanceOfSatisfying(
            Failure.SignatureMismatch.class,
            mismatch ->
                assertThat(mismatch.stringToSign()).isEqualTo("PUT\n\n\n" + DATE + "\n/bucket/k"));
  }

  @ParameterizedTest
  @CsvSource({
    "AWS AKIAIOSFODNN7EXAMPLE:AAAA, InvalidArgument",
    "OBS AKIAIOSFODNN7EXAMPLE,      InvalidArgument",
    "OBS nobody:AAAA,               UnknownAccessKey",
  })
  void refusesOtherWordsInTheNativeForm(String authorization, String failure) {
    Wire request =
        Wire.request("PUT", HOST, "/k").with("Date", DATE).with("Authorization", authorization);

    FailureException thrown =
        catchThrowableOfType(
            FailureException.class, () -> authenticate(ObsForm.NATIVE, request, NOW));

    assertThat(thrown.failure().getClass().getSimpleName()).isEqualTo(failure);
  }

  @Test
  void theNativeSignatureIsNoLegacy() {
    Wire request =
        header(ObsForm.NATIVE, "/k", "PUT\n\n\n" + DATE + "\n/bucket/k").with("Date", DATE);

    Authentication authentication =
        authenticate(ObsForm.NATIVE, request, NOW, new SignatureSettings(Optional.empty(), false));

    assertSigned(authentication);
  }

  @ParameterizedTest
  @CsvSource({"/k, the SDK", "/bucket/k, the page"})
  void acceptsV4WithTheBucketInThePathOrNot(String path, String whose) {
    Wire request = ObsV4.sign(path, Wire.request("PUT", HOST, "/k"), EMPTY);

    Authentication authentication = authenticate(ObsForm.S3, request, NOW);

    assertThat(authentication.caller()).as(whose).isInstanceOf(Caller.Authenticated.class);
  }

  @Test
  void takesTheHashOfNothingForNoneWhereThereIsABody() {
    Wire request = ObsV4.sign("/k", Wire.request("PUT", HOST, "/k").withLength(10), EMPTY);
    Authentication authentication = authenticate(ObsForm.S3, request, NOW);
    Body body = Body.EMPTY;

    var framed = authentication.framing().apply(body);

    assertThat(framed.claims()).isEqualTo(Claims.NONE);
  }

  @Test
  void holdsABodyToAnyOtherHash() {
    String hash = "0".repeat(64);
    Wire request = ObsV4.sign("/k", Wire.request("PUT", HOST, "/k").withLength(10), hash);
    Authentication authentication = authenticate(ObsForm.S3, request, NOW);

    var framed = authentication.framing().apply(Body.EMPTY);

    assertThat(framed.claims()).isNotEqualTo(Claims.NONE);
  }

  private static Wire header(ObsForm form, String target, String text) {
    String word = form == ObsForm.S3 ? "AWS " : "OBS ";
    return Wire.request("PUT", HOST, target)
        .with("Authorization", word + ACCESS_KEY_ID + ":" + hmac(text));
  }

  private static Wire url(String target, String text) {
    return Wire.request(
        "GET",
        HOST,
        target
            + "AccessKeyId="
            + ACCESS_KEY_ID
            + "&Expires=1772600800&Signature="
            + hmac(text).replace("+", "%2B"));
  }

  private static String hmac(String text) {
    byte[] secret = OneAccount.SECRET.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder()
        .encodeToString(Hmac.sha1(secret, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertSigned(Authentication authentication) {
    assertThat(authentication.caller())
        .isInstanceOfSatisfying(
            Caller.Authenticated.class, c -> assertThat(c.accessKeyId()).isEqualTo(ACCESS_KEY_ID));
  }
}
