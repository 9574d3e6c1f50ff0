package dev.cairn.acceptance.oss.behaviour;

import static dev.cairn.acceptance.oss.behaviour.UsesOss.refusalOfOss;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.model.ObjectMetadata;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of PutObject, as bytes on the wire. */
interface PutObjectPage extends UsesOss {
  // The first example of the page; what is printed as a chunked body there is an empty one.
  @Test
  default void answersTheFirstExample() {
    WireRequest put =
        request("PUT", "/" + freshBucket() + "/test.txt")
            .with("Content-Type", "text/plain")
            .with("Transfer-Encoding", "chunked")
            .bodyOnly("0\r\n\r\n".getBytes(UTF_8));

    WireAnswer answer = tell(put);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Server")).contains("AliyunOSS");
    assertThat(answer.header("Content-Length")).contains("0");
    assertThat(answer.header("x-oss-request-id").orElse("")).matches("[0-9A-F]{24}");
    assertThat(answer.header("ETag")).contains("\"D41D8CD98F00B204E9800998ECF8427E\"");
    assertThat(answer.header("x-oss-hash-crc64ecma")).contains("0");
    assertThat(answer.header("Content-MD5")).contains("1B2M2Y8AsgTpgAmY7PhCfg==");
    assertThat(answer.header("x-oss-server-time").orElse("")).matches("[0-9]+");
  }

  // The second; the page prints Host and Cache-control on one line, and asks for the class Archive.
  @Test
  default void keepsTheHeadersOfTheSecondExample() {
    String target = "/" + freshBucket() + "/oss.jpg";
    WireRequest put =
        request("PUT", target)
            .with("Cache-control", "no-cache")
            .with("Expires", "Fri, 28 Feb 2012 05:38:42 GMT")
            .with("Content-Encoding", "utf-8")
            .with("Content-Disposition", "attachment;filename=oss_download.jpg")
            .with("Content-Type", "image/jpg")
            .with("x-oss-storage-class", "IA")
            .body(new byte[344_606]);

    assertThat(tell(put).status()).isEqualTo(200);

    WireAnswer head = tell(request("HEAD", target));
    assertThat(head.header("Content-Length")).contains("344606");
    assertThat(head.header("Cache-Control")).contains("no-cache");
    assertThat(head.header("Expires")).contains("Fri, 28 Feb 2012 05:38:42 GMT");
    assertThat(head.header("Content-Encoding")).contains("utf-8");
    assertThat(head.header("Content-Disposition")).contains("attachment;filename=oss_download.jpg");
    assertThat(head.header("Content-Type")).contains("image/jpg");
    assertThat(head.header("x-oss-storage-class")).contains("IA");
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
