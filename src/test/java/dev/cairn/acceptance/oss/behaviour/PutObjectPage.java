package dev.cairn.acceptance.oss.behaviour;

import static dev.cairn.acceptance.oss.behaviour.UsesOss.refusalOfOss;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.model.ObjectMetadata;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.Printed;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of PutObject, as bytes on the wire. */
interface PutObjectPage extends UsesOss {
  String SYNTAX =
      """
      PUT /<ObjectName> HTTP/1.1
      Content-Length: <ContentLength>
      Content-Type: <ContentType>
      Host: <BucketName>.oss-cn-hangzhou.aliyuncs.com
      Date: <GMT Date>
      """;
  // Authorization: SignatureValue

  // "date" and "authorization" in lower case.
  String FIRST =
      """
      PUT /test.txt HTTP/1.1
      Host: test.oss-cn-zhangjiakou.aliyuncs.com
      User-Agent: aliyun-sdk-python/2.6.0(Windows/7/AMD64;3.7.0)
      Accept: */*
      Connection: keep-alive
      Content-Type: text/plain
      date: Tue, 04 Dec 2018 15:56:37 GMT
      Transfer-Encoding: chunked
      """;
  // authorization: OSS qn6qrrqxo2oawuk53otfjbyc:kZoYNv66bsmc10+dcGKw5x2PRrk=

  String FIRST_ANSWER =
      """
      HTTP/1.1 200 OK
      Server: AliyunOSS
      Date: Tue, 04 Dec 2018 15:56:38 GMT
      Content-Length: 0
      Connection: keep-alive
      x-oss-request-id: 5C06A3B67B8B5A3DA422299D
      ETag: "D41D8CD98F00B204E9800998ECF8427E"
      x-oss-hash-crc64ecma: 0
      Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==
      x-oss-server-time: 7
      """;

  // Slip: the page prints Host and Cache-control on one line.
  String SECOND =
      """
      PUT /oss.jpg HTTP/1.1
      Host: oss-example.oss-cn-hangzhou.aliyuncs.com
      Cache-control: no-cache
      Expires: Fri, 28 Feb 2012 05:38:42 GMT
      Content-Encoding: utf-8
      Content-Disposition: attachment;filename=oss_download.jpg
      Date: Fri, 24 Feb 2012 06:03:28 GMT
      Content-Type: image/jpg
      Content-Length: 344606
      x-oss-storage-class: Archive
      """;
  // Authorization: OSS qn6qrrqxo2oawuk53otfjbyc:kZoYNv66bsmc10+dcGKw5x2PRrk=

  // Slips: a Content-Type of nothing and x-oss-bucket-version, which are not imitated; an empty
  // line
  // within the head; and none of the digests and times that the first example has.
  String SECOND_ANSWER =
      """
      HTTP/1.1 200 OK
      Server: AliyunOSS
      Date: Sat, 21 Nov 2015 18:52:34 GMT
      Content-Length: 0
      Connection: keep-alive
      x-oss-request-id: 5650BD72207FB30443962F9A
      ETag: "<ETag>"
      x-oss-hash-crc64ecma: <crc>
      Content-MD5: <md5>
      x-oss-server-time: 7
      """;

  Printed PAGE =
      new Printed(
          Map.of(
              "date", Printed.DATE,
              "x-oss-request-id", "[0-9A-F]{24}",
              "x-oss-server-time", "[0-9]+"),
          Set.of());

  @Test
  default void answersTheFirstExample() {
    // Given
    WireRequest put =
        signedAsPrinted("test", Printed.request(FIRST, Map.of()))
            // What is printed as a chunked body is an empty one.
            .bodyOnly("0\r\n\r\n".getBytes(UTF_8));

    // When
    WireAnswer answer = send(put);

    // Then
    PAGE.assertAnswer(answer, FIRST_ANSWER, Map.of());
  }

  @Test
  default void answersTheSecondExample() {
    // Given: 344606 bytes of object data, other ones than the page's.
    byte[] body = new byte[344_606];
    WireRequest put =
        signedAsPrinted("oss-example", Printed.request(SECOND, Map.of())).bodyOnly(body);

    // When
    WireAnswer answer = send(put);

    // Then
    PAGE.assertAnswer(
        answer,
        SECOND_ANSWER,
        Map.of(
            "ETag", "8312D052A8CB14025107AF149073A3A3",
            "md5", "gxLQUqjLFAJRB68UkHOjow==",
            "crc", answer.header("x-oss-hash-crc64ecma").orElseThrow()));
    WireAnswer head =
        send(
            signedAsPrinted(
                "oss-example",
                WireRequest.of("HEAD", "/oss.jpg")
                    .with("Host", "oss-example.oss-cn-hangzhou.aliyuncs.com")
                    .with("Date", "")));
    assertThat(head.header("Content-Length")).contains("344606");
    assertThat(head.header("Cache-Control")).contains("no-cache");
    // No Friday: it is kept unread.
    assertThat(head.header("Expires")).contains("Fri, 28 Feb 2012 05:38:42 GMT");
    assertThat(head.header("Content-Encoding")).contains("utf-8");
    assertThat(head.header("Content-Disposition")).contains("attachment;filename=oss_download.jpg");
    assertThat(head.header("Content-Type")).contains("image/jpg");
    assertThat(head.header("x-oss-storage-class")).contains("Archive");
  }

  @Test
  default void answersTheSyntax() {
    // Given
    Map<String, String> fill =
        Map.of(
            "ObjectName", "object",
            "ContentLength", "10",
            "ContentType", "text/html",
            "BucketName", "oss-example");
    WireRequest put =
        signedAsPrinted("oss-example", Printed.request(SYNTAX, fill))
            .bodyOnly("0123456789".getBytes(UTF_8));

    // When
    WireAnswer answer = send(put);

    // Then
    PAGE.assertAnswer(
        answer,
        SECOND_ANSWER,
        Map.of(
            "ETag", "781E5E245D69B566979B86E28D23F2C7",
            "md5", "eB5eJF1ptWaXm4bijSPyxw==",
            "crc", answer.header("x-oss-hash-crc64ecma").orElseThrow()));
  }

  /** The bucket is in the Host; it is there. */
  private WireRequest signedAsPrinted(String bucket, WireRequest printed) {
    oss().createBucket(bucket);
    WireRequest bySigner = signed(printed.target("/" + bucket + printed.target()));
    return printed
        .changing("Date", old -> bySigner.find("Date").orElseThrow())
        .with("Authorization", bySigner.find("Authorization").orElseThrow());
  }

  // Large enough for a file, and not.
  @ParameterizedTest
  @ValueSource(ints = {4, 100_000})
  default void dropsWhatIsBeyondTheLength(int length) throws IOException {
    String bucket = freshBucket();
    byte[] body = new byte[length];
    java.util.Arrays.fill(body, (byte) 'x');
    WireRequest put = signed(request("PUT", "/" + bucket + "/k").body(body));
    String surplus = "DELETE /" + bucket + "/k HTTP/1.1\r\nHost: x\r\n\r\n";

    try (WireConnection connection = new WireConnection(cairn().port())) {
      java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
      all.writeBytes(body);
      all.writeBytes(surplus.getBytes(UTF_8));
      WireAnswer answer = connection.exchange(put.bodyOnly(all.toByteArray()));

      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.header("Connection")).contains("close");
      assertThat(connection.closedByPeer()).isTrue();
    }
    assertThat(tell(request("GET", "/" + bucket + "/k")).body()).isEqualTo(body);
  }

  @Test
  default void waitsForABodyInVain() throws IOException {
    WireRequest put = signed(request("PUT", "/" + freshBucket() + "/k").body(new byte[100]));
    Stored before = Stored.in(cairn());

    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.patience(60_000);
      WireAnswer answer = connection.exchange(put.bodyOnly(new byte[99]));

      refusalOfOss(answer, 400, "RequestTimeout");
    }
    before.assertNothingCame(cairn());
  }

  @ParameterizedTest
  @CsvSource({
    "Content-MD5, XUFAKrxLKna5cZ2REBfFkg==, 400, InvalidDigest",
    "Content-MD5, NzgxZTVlMjQ1ZDY5YjU2Njk3OWI4NmUyOGQyM2YyYzc=, 400, InvalidDigest",
    "x-oss-storage-class, Hot, 400, InvalidArgument",
    "x-oss-storage-class, standard, 400, InvalidArgument",
    "x-oss-object-acl, public, 400, InvalidArgument",
    "x-oss-server-side-encryption, DES, 400, InvalidEncryptionAlgorithmError",
    "x-oss-server-side-encryption, AES256, 400, NotImplemented",
    "x-oss-meta-a_b, c, 400, InvalidArgument",
    "x-amz-meta-a, c, 400, InvalidArgument",
    "If-None-Match, *, 400, NotImplemented",
    "Content-Length, 5368709121, 400, InvalidArgument",
  })
  default void refusesHeaders(String name, String value, int status, String code) {
    Stored before = Stored.in(cairn());
    WireRequest put = request("PUT", "/" + freshBucket() + "/k").body("0123456789");

    refusesOss(put.with(name, value), status, code);

    before.assertNothingCame(cairn());
  }

  @Test
  default void refusesABodyWithoutALength() {
    refusesOss(request("PUT", "/" + freshBucket() + "/k"), 411, "MissingContentLength");
  }

  @Test
  default void refusesNames() {
    String bucket = freshBucket();
    refusesOss(
        request("PUT", "/" + bucket + "/" + "k".repeat(1024)).body("x"), 400, "InvalidObjectName");
    refusesOss(request("PUT", "/" + bucket + "//k").body("x"), 400, "InvalidObjectName");
    refusesOss(request("PUT", "/no-such-bucket-at-all/k").body("x"), 404, "NoSuchBucket");
  }

  @Test
  default void refusesStrangers() {
    WireRequest put = request("PUT", "/" + freshBucket() + "/k").body("x");

    refusalOfOss(send(put.with("x-oss-meta-a", "b")), 403, "AccessDenied");
    refusalOfOss(
        send(signed(put).changing("Authorization", a -> a + "x")), 403, "SignatureDoesNotMatch");
    refusalOfOss(
        send(signed(put).changing("Authorization", a -> a.replace("OSS ", "OSS x"))),
        403,
        "InvalidAccessKeyId");
  }

  @Test
  default void overwritesUnlessThatIsForbidden() {
    String bucket = freshBucket();
    ObjectMetadata strict = new ObjectMetadata();
    strict.setHeader("x-oss-forbid-overwrite", "true");
    oss().putObject(bucket, "k", bytes("first"), strict);
    oss().putObject(bucket, "k", bytes("second"));

    String code = codeOf(() -> oss().putObject(bucket, "k", bytes("third"), strict));

    assertThat(code).isEqualTo("FileAlreadyExists");
    assertThat(oss().getObjectMetadata(bucket, "k").getContentLength()).isEqualTo(6);
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
