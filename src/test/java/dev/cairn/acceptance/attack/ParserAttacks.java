package dev.cairn.acceptance.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.onestore.Form;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that makes its reader do more than read. */
interface ParserAttacks extends Attacks {
  List<String> DOCTYPES =
      List.of(
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
          "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
          "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY e \"&a;&a;&a;&a;\">]>",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE x [<!ENTITY e \"k\">]>");

  /** OpenStack Swift, CVE-2022-47950: entities that read files of the server; billion laughs. */
  @TestFactory
  default Stream<DynamicTest> entitiesInEveryDocument() {
    String bucket = victim();
    String upload =
        ask(request("POST", "/" + bucket + "/k?uploads").body(""))
            .document()
            .getElementsByTagName("UploadId")
            .item(0)
            .getTextContent();
    List<String[]> documents =
        List.of(
            new String[] {"POST", "?delete", "<Delete><Object><Key>&e;</Key></Object></Delete>"},
            new String[] {
              "PUT",
              "?acl",
              "<AccessControlPolicy><Owner><ID>&e;</ID></Owner></AccessControlPolicy>"
            },
            new String[] {
              "PUT",
              "/k?acl",
              "<AccessControlPolicy><Owner><ID>&e;</ID></Owner></AccessControlPolicy>"
            },
            new String[] {
              "PUT",
              "/k?tagging",
              "<Tagging><TagSet><Tag><Key>a</Key><Value>&e;</Value></Tag></TagSet></Tagging>"
            },
            new String[] {
              "POST", "/k?restore", "<RestoreRequest><Days>&e;</Days></RestoreRequest>"
            },
            new String[] {
              "POST",
              "/k?uploadId=" + upload,
              "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>&e;</ETag></Part>"
                  + "</CompleteMultipartUpload>"
            },
            new String[] {
              "PUT",
              "-made",
              "<CreateBucketConfiguration><LocationConstraint>&e;</LocationConstraint>"
                  + "</CreateBucketConfiguration>"
            });
    return documents.stream()
        .flatMap(
            document ->
                DOCTYPES.stream()
                    .map(
                        doctype ->
                            DynamicTest.dynamicTest(
                                document[0]
                                    + " "
                                    + document[1].replace(upload, "…")
                                    + " "
                                    + doctype,
                                () -> entity(bucket, document, doctype))));
  }

  private void entity(String bucket, String[] document, String doctype) {
    String text = doctype + document[2];
    fails(
        Form.all()
            .map(
                form ->
                    signer(form)
                        .sign(
                            request(form, document[0], "/" + bucket + document[1])
                                .with("Content-MD5", md5(text))
                                .body(text)))
            .toArray(WireRequest[]::new));
    assertUntouched(bucket);
  }

  /** InsForge, minio: documents without an end, read into memory. */
  @ParameterizedTest
  @EnumSource(names = {"S3", "S2", "OBS_S3"})
  default void documentsWithoutAnEnd(Form form) throws IOException {
    String bucket = victim();
    WireRequest delete =
        v4().sign(
                request(form, "POST", "/" + bucket + "?delete")
                    .with("Transfer-Encoding", "chunked")
                    .with("x-amz-content-sha256", SignerV4.UNSIGNED));
    byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(ISO_8859_1);
    Stored before = Stored.in(cairn());

    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.sendHead(delete);
      int sent = 0;
      try {
        for (; sent < 4096; sent++) { // a quarter of a gibibyte
          connection.send(chunk);
        }
      } catch (IOException e) {
        // It would not listen any longer.
      }

      assertThat(sent).as("chunks of 64 KiB that it took").isLessThan(4096);
    }
    before.assertNothingCame(cairn());
    assertUntouched(bucket);
  }

  /** A document that says it has five gibibytes is refused before one is sent. */
  @ParameterizedTest
  @ValueSource(strings = {"?delete", "/k?tagging", "/k?acl", "/k?restore"})
  default void documentsThatAnnounceTooMuch(String target) throws IOException {
    String bucket = victim();
    String method = target.matches(".*(delete|restore)") ? "POST" : "PUT";
    WireRequest huge =
        v4().sign(
                request(method, "/" + bucket + target)
                    .with("Content-Length", "5368709120")
                    .with("Expect", "100-continue")
                    .with("Content-MD5", md5(""))
                    .with("x-amz-content-sha256", SignerV4.UNSIGNED));

    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.sendHead(huge);
      assertThat(connection.answer(method).status()).isBetween(400, 413);
    }
  }

  /**
   * OpenStack Swift, CVE-2026-71190: a header that makes a regular expression go back and forth.
   * One of these kept an event loop busy for a minute, before anybody had asked who sent it.
   */
  @TestFactory
  default Stream<DynamicTest> headersThatAreMadeToBacktrack() {
    List<String> values =
        List.of(
            "a".repeat(70_000),
            " ".repeat(35_000) + "a",
            "AWS " + ":".repeat(70_000) + " x",
            "a=\"".repeat(20_000),
            "a,".repeat(35_000),
            "a-".repeat(35_000) + "!",
            "a/".repeat(35_000),
            "(".repeat(70_000),
            "bytes=" + "0-,".repeat(20_000),
            "\"".repeat(70_000));
    List<String> names =
        List.of(
            "Authorization",
            "Host",
            "Range",
            "If-Match",
            "If-None-Match",
            "Accept",
            "Cookie",
            "Content-Type",
            "Content-Encoding",
            "Content-MD5",
            "Expires",
            "User-Agent",
            "X-PREFIX-grant-read",
            "X-PREFIX-grant-full-control",
            "X-PREFIX-acl",
            "X-PREFIX-tagging",
            "X-PREFIX-copy-source",
            "X-PREFIX-storage-class",
            "X-PREFIX-date",
            "X-PREFIX-security-token",
            "X-PREFIX-trailer",
            "X-PREFIX-website-redirect-location",
            "X-PREFIX-meta-a",
            "X-PREFIX-content-sha256");
    return Form.all()
        .flatMap(
            form ->
                names.stream()
                    .map(name -> name.replace("X-PREFIX-", form.words().prefix()))
                    .map(
                        name ->
                            DynamicTest.dynamicTest(
                                form + ": " + name, () -> backtrack(form, name, values))));
  }

  private void backtrack(Form form, String name, List<String> values) {
    for (String value : values) {
      for (String method : List.of("GET", "PUT")) {
        WireAnswer answer = send(request(form, method, "/b/k").body("").with(name, value));
        assertThat(answer.status()).as(value.substring(0, 8)).isBetween(400, 501).isNotEqualTo(500);
      }
    }
  }

  /** The same in a request target, which may be 16 KiB long. */
  @TestFactory
  default Stream<DynamicTest> targetsThatAreMadeToTakeTime() {
    return Stream.of(
            "/b?" + "a&".repeat(8000),
            "/b?" + "a=1&".repeat(4000),
            "/b?prefix=" + "%2F".repeat(5000),
            "/b/" + "../".repeat(5000),
            "/" + "/".repeat(16_000),
            "/b?" + "X-Amz-Signature=x&".repeat(900),
            "/b?" + "uploads&".repeat(2000))
        .flatMap(target -> Form.all().map(form -> request(form, "GET", target)))
        .map(
            get ->
                DynamicTest.dynamicTest(
                    get.find("Host").orElse("") + get.target().substring(0, 12),
                    () -> assertThat(send(get).status()).isBetween(400, 501).isNotEqualTo(500)));
  }

  /** Two readings of where a body ends: what one takes for its rest, the other one runs. */
  @TestFactory
  default Stream<DynamicTest> requestsThatAreSmuggled() {
    String smuggled = "PUT /%s/smuggled HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx";
    return Stream.of(
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled,
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + smuggled,
            "Content-Length: 0\r\nContent-Length: 90\r\n\r\n" + smuggled,
            "Content-Length: 0, 90\r\n\r\n" + smuggled,
            "Content-Length: +0\r\n\r\n" + smuggled,
            "Content-Length : 0\r\nX: y\r\n\r\n" + smuggled,
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + smuggled,
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + smuggled,
            "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n" + smuggled,
            "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n" + smuggled,
            "X: y\r\n Transfer-Encoding: chunked\r\n\r\n" + smuggled,
            "Content-Length: 0\r\n\r\n" + smuggled)
        .map(
            rest ->
                DynamicTest.dynamicTest(
                    rest.replaceAll("[\r\n]+", " ").substring(0, 40), () -> smuggle(rest)));
  }

  private void smuggle(String rest) throws IOException {
    // Given
    String bucket = victim();
    WireRequest open = request("PUT", "/" + bucket + "?acl").with("x-amz-acl", "public-read-write");
    succeeds(v4().sign(open.body("")));
    Stored before = Stored.in(cairn());
    String bytes =
        "GET /" + bucket + "/k HTTP/1.1\r\nHost: " + authority() + "\r\n" + rest.formatted(bucket);

    // When
    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.send(bytes.getBytes(ISO_8859_1));
      connection.endOutput();
      connection.drain();
    }

    // Then: everybody may write there, so that only the framing keeps it out.
    assertThat(ask("HEAD", "/" + bucket + "/smuggled").status()).isEqualTo(404);
    before.assertNothingCame(cairn());
  }

  /** Ceph, CVE-2020-1700, CVE-2019-3821: connections of clients that have gone stayed. */
  @Test
  default void clientsThatGoAway() throws IOException {
    String bucket = victim();
    WireRequest put = v4().sign(request("PUT", "/" + bucket + "/new").body(new byte[100_000]));
    byte[] bytes = put.bytes();
    Stored before = Stored.in(cairn());
    List<WireConnection> gone = new ArrayList<>();

    for (int i = 0; i < 100; i++) {
      WireConnection connection = new WireConnection(cairn().port());
      connection.send(java.util.Arrays.copyOf(bytes, bytes.length * i / 101));
      gone.add(connection);
    }
    for (WireConnection connection : gone) {
      connection.reset();
    }

    before.assertNothingCame(cairn());
    assertUntouched(bucket);
  }

  /** Numbers that wrap around where they are added, multiplied or cut. */
  @TestFactory
  default Stream<DynamicTest> numbersThatWrap() {
    String bucket = victim();
    return Stream.of(
            "2147483648", "4294967297", "9223372036854775808", "18446744073709551617", "-1")
        .flatMap(
            number ->
                Stream.of(
                    attack(
                        "max-keys " + number,
                        v4().sign(
                                request(
                                    "GET",
                                    "/"
                                        + bucket
                                        + "?max-keys="
                                        + (number.startsWith("2") || number.startsWith("4")
                                            ? "-"
                                            : "")
                                        + number))),
                    attack(
                        "partNumber " + number,
                        v4().sign(
                                request("PUT", "/" + bucket + "/k?uploadId=x&partNumber=" + number)
                                    .body("x"))),
                    attack(
                        "decoded length " + number,
                        v4().sign(
                                request("PUT", "/" + bucket + "/new")
                                    .with(
                                        "x-amz-content-sha256",
                                        "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                                    .with("x-amz-trailer", "x-amz-checksum-crc32")
                                    .with("x-amz-decoded-content-length", number)
                                    .body("0\r\n\r\n"))),
                    attack(
                        "copy range " + number,
                        v4().sign(
                                request("PUT", "/" + bucket + "/k?partNumber=1&uploadId=x")
                                    .with("x-amz-copy-source", "/" + bucket + "/k")
                                    .with("x-amz-copy-source-range", "bytes=0-" + number)
                                    .body(""))),
                    attack(
                        "days " + number,
                        v4().sign(
                                request("POST", "/" + bucket + "/k?restore")
                                    .body(
                                        "<RestoreRequest><Days>"
                                            + number
                                            + "</Days></RestoreRequest>")))));
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
