package dev.cairn.acceptance.obs.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.wire.Printed;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.UsesStrangers;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page "Initiate Multipart Upload" of the form that is S3's. {@code <domain>} is printed as
 * {@code obs.example.com}, which is nobody's.
 *
 * <p>Slips of the page: the answer of its sample names another bucket than the request, has a
 * request id in lower case, where later samples do not, and a Content-Length of 146 for a document
 * of 268 bytes. Of a date for the lock it says the opposite of what it means.
 */
interface InitiatePage extends UsesObs, UsesStrangers {
  String BUCKET = "bucketname";
  String REDIRECT = "x-amz-website-redirect-location";

  String SYNTAX =
      """
      POST /<ObjectName>?uploads HTTP/1.1
      User-Agent: agent
      Host: bucketname.<domain>
      Accept: */*
      Date: <date>
      """;
  // Authorization: signatureValue

  String SAMPLE =
      """
      POST /objectkey?uploads HTTP/1.1
      User-Agent: Jakarta Commons-HttpClient/3.1
      Host: bucketname.<domain>
      Accept: */*
      Date: Mon, 1 Nov 2010 20:34:56 GMT
      """;
  // Authorization: AWS AKIAIOSFODNN7EXAMPLE:VGhpcyBtZXNzYWdlIHNpZ25lZGGieSRlbHZpbmc=

  String SAMPLE_ANSWER =
      """
      HTTP/1.1 200 OK
      Server: OBS
      x-amz-id-2: Weag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg==
      x-amz-request-id: 996c76696e6727732072657175657374
      x-reserved: amazon, aws and amazon web services are trademarks or registered trademarks of \
      Amazon Technologies, Inc
      Date: Mon, 1 Nov 2010 20:34:56 GMT
      Content-Type: application/xml
      Content-Length: 146

      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <InitiateMultipartUploadResult xmlns="http://<domain>/doc/2015-06-30/">
      <Bucket><BucketName></Bucket>
      <Key><ObjectName></Key>
      <UploadId><uploadID></UploadId>
      </InitiateMultipartUploadResult>
      """;

  Printed PAGE =
      new Printed(
          Map.of(
              "date", Printed.DATE,
              "x-amz-id-2", "[0-9A-Za-z+/=]+",
              "x-amz-request-id", "[0-9A-F]{32}"),
          Set.of());

  static WireRequest printed(String request) {
    return Printed.request(request, Map.of("domain", ObsClients.DOMAIN, "ObjectName", "objectkey"));
  }

  default WireAnswer initiateAsPrinted(String request) {
    obs().createBucket(BUCKET);
    return askS3(BUCKET, printed(request));
  }

  private static String uploadId(WireAnswer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.document().getElementsByTagName("UploadId").item(0).getTextContent();
  }

  static Set<String> requests() {
    return Set.of(SYNTAX, SAMPLE);
  }

  @ParameterizedTest
  @MethodSource("requests")
  default void initiatesAsPrinted(String request) {
    // When
    WireAnswer answer = initiateAsPrinted(request);

    // Then
    String id = uploadId(answer);
    assertThat(id).matches("[0-9A-F]{32}"); // as DCD2FC98B4F70000013DF578ACA318E7
    PAGE.assertAnswer(
        answer,
        SAMPLE_ANSWER,
        Map.of(
            "domain",
            ObsClients.DOMAIN,
            "BucketName",
            BUCKET,
            "ObjectName",
            "objectkey",
            "uploadID",
            id));
  }

  @Test
  default void severalUploadsOfAnObjectThatExistsLeaveItAsItIs() {
    // Given
    obs().createBucket(BUCKET);
    WireRequest put = on(BUCKET, "PUT", "/objectkey").body("as it was");
    assertThat(askS3(BUCKET, put).status()).isEqualTo(200);

    // When
    String one = uploadId(initiateAsPrinted(SAMPLE));
    String other = uploadId(initiateAsPrinted(SAMPLE));

    // Then
    assertThat(one).isNotEqualTo(other);
    assertThat(askS3(BUCKET, on(BUCKET, "GET", "/objectkey")).text()).isEqualTo("as it was");
  }

  @Test
  default void headersAreRecorded() {
    // Given
    obs().createBucket(BUCKET);
    WireRequest initiation =
        printed(SAMPLE)
            .with("x-amz-acl", "private")
            .with("x-amz-meta-colour", "blue")
            .with("Content-Type", "text/plain")
            .with("Content-Encoding", "identity");

    // When
    String id = uploadId(askS3(BUCKET, initiation));
    complete(id);

    // Then
    WireAnswer head = askS3(BUCKET, on(BUCKET, "HEAD", "/objectkey"));
    assertThat(head.header("x-amz-meta-colour")).contains("blue");
    assertThat(head.header("Content-Type")).contains("text/plain");
    assertThat(head.header("Content-Encoding")).contains("identity");
  }

  private void complete(String id) {
    WireRequest part = on(BUCKET, "PUT", "/objectkey?partNumber=1&uploadId=" + id).body("bytes");
    String eTag = askS3(BUCKET, part).header("ETag").orElseThrow();
    String list =
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>%s</ETag></Part>"
                .formatted(eTag)
            + "</CompleteMultipartUpload>";
    WireAnswer answer =
        askS3(BUCKET, on(BUCKET, "POST", "/objectkey?uploadId=" + id).body(list.getBytes(UTF_8)));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  // The constraints that it states; of 2 K, exactly that is still allowed.
  @ParameterizedTest
  @MethodSource
  default void whatIsSaidAtInitiationIsInTheMetadataOfTheObject(String name, String value) {
    // Given
    obs().createBucket(BUCKET);

    // When
    complete(uploadId(askS3(BUCKET, printed(SAMPLE).with(name, value))));

    // Then
    WireAnswer head = askS3(BUCKET, on(BUCKET, "HEAD", "/objectkey"));
    assertThat(head.header(name)).contains(value);
  }

  static Stream<Arguments> whatIsSaidAtInitiationIsInTheMetadataOfTheObject() {
    return Stream.of(
        arguments(REDIRECT, "/anotherPage.html"),
        arguments(REDIRECT, "http://www.example.com/"),
        arguments(REDIRECT, "https://www.example.com/"),
        arguments(REDIRECT, "/" + "p".repeat(2047)),
        arguments("x-amz-storage-class", "STANDARD_IA"),
        arguments("x-amz-storage-class", "GLACIER"));
  }

  @ParameterizedTest
  @MethodSource
  default void refusesWhatIsNotOneOfItsValues(String name, String value, String code) {
    // Given
    obs().createBucket(BUCKET);

    // When
    WireAnswer answer = askS3(BUCKET, printed(SAMPLE).with(name, value));

    // Then
    refusal(answer, 400, code);
  }

  static Stream<Arguments> refusesWhatIsNotOneOfItsValues() {
    return Stream.of(
        arguments(REDIRECT, "www.example.com", "InvalidRedirectLocation"),
        arguments(REDIRECT, "ftp://www.example.com/", "InvalidRedirectLocation"),
        arguments(REDIRECT, "/" + "p".repeat(2048), "InvalidRedirectLocation"),
        arguments("x-amz-storage-class", "standard", "InvalidStorageClass"),
        arguments("x-amz-storage-class", "Glacier", "InvalidStorageClass"),
        arguments("x-amz-storage-class", "WARM", "InvalidStorageClass"),
        arguments("x-amz-acl", "public", "InvalidArgument"));
  }

  @Test
  default void theAclOfTheInitiationIsThatOfTheObject() {
    // Given
    obs().createBucket(BUCKET);

    // When
    complete(uploadId(askS3(BUCKET, printed(SAMPLE).with("x-amz-acl", "public-read"))));

    // Then
    assertThat(send(on(BUCKET, "GET", "/objectkey")).text()).isEqualTo("bytes");
  }

  // Its examples, and what it says of them.
  @ParameterizedTest
  @CsvSource({
    "x-amz-server-side-encryption, aws:kms, 501, NotImplemented",
    "x-amz-server-side-encryption, AES256, 400, InvalidEncryptionAlgorithmError",
    "x-amz-server-side-encryption-aws-kms-key-id, "
        + "arn:aws:kms:sichuan:domainiddomainiddomainiddoma0001:key/4f1cd4de-ab64-4807-920a-47fc42e7f0d0,"
        + " 501, NotImplemented",
    "x-amz-server-side-encryption-customer-algorithm, AES256, 501, NotImplemented",
    "x-amz-server-side-encryption-customer-key, K7QkYpBkM5+hcs27fsNkUnNVaobncnLht/rCB2o/9Cw=,"
        + " 501, NotImplemented",
    "x-amz-server-side-encryption-customer-key-MD5, 4XvB3tbNTN+tIEVa0/fGaQ==, 501, NotImplemented",
    "x-amz-object-lock-mode, COMPLIANCE, 501, NotImplemented",
    "x-amz-object-lock-retain-until-date, 2015-07-01T04:11:15Z, 501, NotImplemented",
    "x-amz-security-token, of-nobody, 403, InvalidSecurity",
  })
  default void refusesHeadersThatCannotTakeEffect(
      String name, String value, int status, String code) {
    // Given
    obs().createBucket(BUCKET);

    // When
    WireAnswer answer = askS3(BUCKET, printed(SAMPLE).with(name, value));

    // Then
    refusal(answer, status, code);
  }

  // Strict pages: AccessDenied for both, see there.
  @Test
  default void refusesAnInvalidKeyAndAnInvalidSignature() {
    // Given
    obs().createBucket(BUCKET);
    WireRequest signed = signedS3(BUCKET, printed(SAMPLE));

    // When
    WireAnswer byNobody =
        send(signed.changing("Authorization", a -> a.replace("AWS ", "AWS NOBODY")));
    WireAnswer byAnother = send(signed.changing("Authorization", a -> a.replaceAll(":.", ":0")));

    // Then
    refusal(byNobody, 403, "InvalidAccessKeyId");
    refusal(byAnother, 403, "SignatureDoesNotMatch");
  }

  @Test
  default void refusesABucketThatIsNotThere() {
    // When
    WireAnswer answer =
        askS3(
            "no-such-bucket", printed(SAMPLE).with("Host", "no-such-bucket." + ObsClients.DOMAIN));

    // Then
    refusal(answer, 404, "NoSuchBucket");
  }

  @Test
  default void refusesWhoMayNotWrite() {
    // Given
    obs().createBucket(BUCKET);
    SignerV4 stranger = stranger();

    // When
    WireAnswer answer =
        send(
            new ObsSigner("AWS", "x-amz-", stranger.accessKeyId(), stranger.secret())
                .sign(BUCKET, printed(SAMPLE)));
    WireAnswer unsigned = send(printed(SAMPLE));

    // Then
    refusal(answer, 403, "AccessDenied");
    refusal(unsigned, 403, "AccessDenied");
  }

  private static void refusal(WireAnswer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.error())
        .containsEntry("Code", code)
        .containsEntry("RequestId", answer.header("x-amz-request-id").orElseThrow())
        .containsEntry("HostId", answer.header("x-amz-id-2").orElseThrow());
    assertThat(answer.header("x-reserved")).isPresent();
  }
}
