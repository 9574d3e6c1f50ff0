package dev.cairn.dialect.s3;

import static dev.cairn.dialect.family.signature.OneAccount.ACCESS_KEY_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Hashes;
import dev.cairn.protocol.HttpDates;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of AWS's own pages, as requests. */
class S3SignatureVectorsTest {
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String V4_NOW = "2013-05-24T00:00:00Z";
  private static final String V4_HOST = "examplebucket.s3.amazonaws.com";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET | awsexamplebucket1.s3.us-west-1.amazonaws.com | /photos/puppy.jpg | | Tue, 27 Mar 2007 19:36:42 +0000 | qgk2+6Sv9/oM7G3qLEjTH1a1l1g=
          GET | s3.us-west-1.amazonaws.com | /awsexamplebucket1/photos/puppy.jpg | | Tue, 27 Mar 2007 19:36:42 +0000 | qgk2+6Sv9/oM7G3qLEjTH1a1l1g=
          PUT | awsexamplebucket1.s3.us-west-1.amazonaws.com | /photos/puppy.jpg | image/jpeg | Tue, 27 Mar 2007 21:15:45 +0000 | iqRzw+ileNPu1fhspnRs8nOjjIA=
          GET | awsexamplebucket1.s3.us-west-1.amazonaws.com | /?prefix=photos&max-keys=50&marker=puppy | | Tue, 27 Mar 2007 19:42:41 +0000 | m0WP8eCtspQl5Ahe6L1SozdX9YA=
          GET | s3.us-west-1.amazonaws.com | /awsexamplebucket1?prefix=photos&max-keys=50&marker=puppy | | Tue, 27 Mar 2007 19:42:41 +0000 | m0WP8eCtspQl5Ahe6L1SozdX9YA=
          GET | s3.us-west-1.amazonaws.com | /awsexamplebucket1/?prefix=photos&max-keys=50&marker=puppy | | Tue, 27 Mar 2007 19:42:41 +0000 | m0WP8eCtspQl5Ahe6L1SozdX9YA=
          GET | awsexamplebucket1.s3.us-west-1.amazonaws.com | /?acl | | Tue, 27 Mar 2007 19:44:46 +0000 | 82ZHiFIjc+WbcwFKGUVEQspPn+0=
          GET | johnsmith.s3.amazonaws.com | /photos/puppy.jpg | | Tue, 27 Mar 2007 19:36:42 +0000 | bWq2s1WEIj+Ydj0vQ697zp+IXMU=
          PUT | johnsmith.s3.amazonaws.com | /photos/puppy.jpg | image/jpeg | Tue, 27 Mar 2007 21:15:45 +0000 | MyyxeRY7whkBe+bq8fHCL/2kKUg=
          """)
  void acceptsV2Headers(
      String method, String host, String target, String type, String date, String signature) {
    Wire unsigned = Wire.request(method, host, target).with("Date", date);
    Wire request =
        (type == null ? unsigned : unsigned.with("Content-Type", type))
            .with("Authorization", "AWS " + ACCESS_KEY_ID + ":" + signature);

    Authentication authentication =
        request.authenticateAt(HttpDates.parse(date).orElseThrow().toString());

    assertSignedByTheExampleKey(authentication);
  }

  @ParameterizedTest
  @CsvSource({
    "XbyTlbQdu9Xw5o8P4iMwPktxQd8=, the sample of the page",
    "Ri1hpB1zpS9pGqR7y8kuNFCl4sE=, the rule of the page",
    "8AKdR4ErGOUtd/62sPAj8Ax6krY=, both"
  })
  void acceptsV2DeletionWithADateOfItsOwn(String signature, String why) {
    Wire request =
        Wire.request("DELETE", "s3.us-west-1.amazonaws.com", "/awsexamplebucket1/photos/puppy.jpg")
            .with("Date", "Tue, 27 Mar 2007 21:20:27 +0000")
            .with("x-amz-date", "Tue, 27 Mar 2007 21:20:26 +0000")
            .with("Authorization", "AWS " + ACCESS_KEY_ID + ":" + signature);

    Authentication authentication = request.authenticateAt("2007-03-27T21:20:26Z");

    assertThat(authentication.caller()).as(why).isInstanceOf(Caller.Authenticated.class);
  }

  @ParameterizedTest
  @CsvSource({
    "johnsmith.s3.amazonaws.com, NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D",
    "johnsmith.s3.amazonaws.com, NpgCjnDzrM+WFzoENXmpNDUsSn8=",
    "awsexamplebucket1.s3.amazonaws.com, 1No4mq5ETf02z8aet9voy6gui6E%3D"
  })
  void acceptsV2PresignedUrl(String host, String signature) {
    Wire request =
        Wire.request(
            "GET",
            host,
            "/photos/puppy.jpg?AWSAccessKeyId="
                + ACCESS_KEY_ID
                + "&Expires=1175139620&Signature="
                + signature);

    Authentication authentication = request.authenticateAt("2007-03-29T03:40:20Z");

    assertSignedByTheExampleKey(authentication);
  }

  static Stream<Arguments> v4Headers() {
    return Stream.of(
        Arguments.of(
            v4(Wire.request("GET", V4_HOST, "/test.txt").with("Range", "bytes=0-9"), EMPTY),
            "host;range;x-amz-content-sha256;x-amz-date",
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        Arguments.of(
            v4(
                Wire.request("PUT", V4_HOST, "/test%24file.text")
                    .with("Date", "Fri, 24 May 2013 00:00:00 GMT")
                    .with("x-amz-storage-class", "REDUCED_REDUNDANCY")
                    .withLength(21),
                Hashes.sha256Hex("Welcome to Amazon S3.")),
            "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        Arguments.of(
            v4(Wire.request("GET", V4_HOST, "/?lifecycle"), EMPTY),
            "host;x-amz-content-sha256;x-amz-date",
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        Arguments.of(
            v4(Wire.request("GET", V4_HOST, "/?max-keys=2&prefix=J"), EMPTY),
            "host;x-amz-content-sha256;x-amz-date",
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"));
  }

  @ParameterizedTest
  @MethodSource("v4Headers")
  void acceptsV4Headers(Wire unsigned, String signedHeaders, String signature) {
    Wire request = unsigned.with("Authorization", authorization(signedHeaders, signature));

    Authentication authentication = request.authenticateAt(V4_NOW);

    assertSignedByTheExampleKey(authentication);
  }

  @Test
  void showsTheCanonicalRequestOfTheExampleWhenItsSignatureIsWrong() {
    Wire request =
        v4(Wire.request("GET", V4_HOST, "/test.txt").with("Range", "bytes=0-9"), EMPTY)
            .with(
                "Authorization",
                authorization("host;range;x-amz-content-sha256;x-amz-date", "0".repeat(64)));

    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> request.authenticateAt(V4_NOW));

    Failure.SignatureMismatch mismatch = (Failure.SignatureMismatch) thrown.failure();
    String hash = "7344ae5b7ee6c3e7e6b0fe0640412a37625d1fbfff95c48bbb2dc43964946972";
    assertThat(Hashes.sha256Hex(mismatch.canonicalRequest().orElseThrow())).isEqualTo(hash);
    assertThat(mismatch.stringToSign())
        .isEqualTo(
            "AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n" + hash);
  }

  @Test
  void acceptsV4PresignedUrl() {
    Wire request =
        Wire.request(
            "GET",
            V4_HOST,
            "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + ACCESS_KEY_ID
                + "%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z"
                + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature="
                + "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");

    Authentication authentication = request.authenticateAt("2013-05-25T00:00:00Z");

    assertSignedByTheExampleKey(authentication);
  }

  private static Wire v4(Wire request, String payload) {
    return request.with("x-amz-date", "20130524T000000Z").with("x-amz-content-sha256", payload);
  }

  private static String authorization(String signedHeaders, String signature) {
    return "AWS4-HMAC-SHA256 Credential="
        + ACCESS_KEY_ID
        + "/20130524/us-east-1/s3/aws4_request,SignedHeaders="
        + signedHeaders
        + ",Signature="
        + signature;
  }

  private static void assertSignedByTheExampleKey(Authentication authentication) {
    assertThat(authentication.caller())
        .isInstanceOfSatisfying(
            Caller.Authenticated.class, c -> assertThat(c.accessKeyId()).isEqualTo(ACCESS_KEY_ID));
  }
}
