package dev.cairn.acceptance.s2.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.Printed;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page "Upload Part - Copy". */
interface UploadPartCopyPage extends UsesS2 {
  String UPLOAD_PART_COPY =
      """
      PUT /<ObjectName>?partNumber=PartNumber&uploadId=UploadId HTTP/1.1
      Host: <Your-Bucket-Name>.ss.bscstorage.com
      Date: <date>
      x-amz-copy-source: </source-bucket/source-object>
      """;
  // Authorization: <authorization string> #Please refer to signature algorithm

  String COPIED =
      """
      HTTP/1.1 200 OK
      Date: Tue, 08 Apr 2014 02:59:47 GMT
      Connection: keep-alive
      ETag: "<文件的MD5值>"
      x-amz-request-id: 0000106c-1608-0810-4621-00163e000064
      x-amz-s2-requester: <Your UserName>

      <?xml version="1.0" encoding="UTF-8"?>
      <CopyObjectResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
      <LastModified>Mon, 08 Aug 2016 05:04:10 GMT</LastModified>
      <ETag>870c06c00566c4fb1861bb10f34d1904</ETag>
      </CopyObjectResult>
      """;

  DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  String SOURCE_MD5 = "781e5e245d69b566979b86e28d23f2c7";

  /** The page's names of parameters stand for their values. */
  default WireRequest copyAsPrinted(String source) {
    makeBucket(BUCKET);
    makeBucket("source-bucket");
    WireAnswer stored =
        send(v4().sign(atS2("PUT", "/source-bucket/source-object").body("0123456789")));
    assertThat(stored.status()).as("%s", stored).isEqualTo(200);
    String page =
        UPLOAD_PART_COPY
            .replace("=PartNumber", "=1")
            .replace("=UploadId", "=" + initiate("objectName"));
    return Printed.request(
        page,
        Map.of(
            "ObjectName", "objectName",
            "Your-Bucket-Name", BUCKET,
            "/source-bucket/source-object", source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/source-bucket/source-object",
        "%2Fsource-bucket%2Fsource-object",
        "source-bucket/source-object"
      })
  default void copiesToAPartAsPrinted(String source) {
    WireRequest request = copyAsPrinted(source);

    WireAnswer answer = send(signed(request));

    String modified =
        answer.document().getElementsByTagName("LastModified").item(0).getTextContent();
    assertThat(HTTP_DATE.format(HTTP_DATE.parse(modified))).isEqualTo(modified);
    PAGES.assertAnswer(
        answer,
        COPIED
            .replace("Mon, 08 Aug 2016 05:04:10 GMT", modified)
            .replace("870c06c00566c4fb1861bb10f34d1904", SOURCE_MD5),
        Map.of("Your UserName", userName(), "文件的MD5值", SOURCE_MD5));
  }

  // The command's Date is of 2286 and its addresses are in one bucket; both are filled in.
  @Test
  default void copiesByThePagesCommand() {
    makeBucket("bucket-123");
    send(v4().sign(atS2("PUT", "/bucket-123/path/to/file123.txt").body("0123456789")));
    makeBucket(BUCKET);
    WireRequest request =
        WireRequest.of(
                "PUT",
                "/path/to/myfile.txt?partNumber=1&uploadId=" + initiate("path/to/myfile.txt"))
            .with("Host", HOST)
            .with("x-amz-copy-source", "/bucket-123/path/to/file123.txt")
            .with("Date", "Sat, 20 Nov 2286 17:46:39 GMT");

    WireAnswer answer = send(signed(request));

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("ETag")).contains("\"" + SOURCE_MD5 + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-copy-source-if-match,            781e5e245d69b566979b86e28d23f2c7, 200",
    "x-amz-copy-source-if-match,            870c06c00566c4fb1861bb10f34d1904, 412",
    "x-amz-copy-source-if-nonematch,        870c06c00566c4fb1861bb10f34d1904, 200",
    "x-amz-copy-source-if-nonematch,        781e5e245d69b566979b86e28d23f2c7, 412",
    "x-amz-copy-source-if-none-match,       781e5e245d69b566979b86e28d23f2c7, 412",
    "x-amz-copy-source-if-unmodified-since, later,                            200",
    "x-amz-copy-source-if-unmodified-since, earlier,                          412",
    "x-amz-copy-source-if-modified-since,   earlier,                          200",
    "x-amz-copy-source-if-modified-since,   now,                              412"
  })
  default void copiesWhereItsConditionHolds(String header, String value, int status) {
    WireRequest request = copyAsPrinted("/source-bucket/source-object").with(header, date(value));

    WireAnswer answer = send(signed(request));

    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    if (status == 412) {
      UsesS2.assertRefused(answer, 412, "PreconditionFailed");
    }
  }

  private static String date(String when) {
    Instant now = Instant.now();
    return switch (when) {
      case "now" -> HTTP_DATE.format(now.plusSeconds(1));
      case "later" -> HTTP_DATE.format(now.plusSeconds(3600));
      case "earlier" -> HTTP_DATE.format(now.minusSeconds(3600));
      default -> when;
    };
  }

  @Test
  default void contentLengthMustBe0() {
    WireRequest request = copyAsPrinted("/source-bucket/source-object");

    WireAnswer empty = send(signed(request.with("Content-Length", "0")));
    WireAnswer withBody = send(signed(request.body("bytes")));

    assertThat(empty.status()).as("%s", empty).isEqualTo(200);
    UsesS2.assertRefused(withBody, 400, "InvalidRequest");
  }

  @Test
  default void refusesTwoSpellingsOfAConditionThatDiffer() {
    WireRequest request =
        copyAsPrinted("/source-bucket/source-object")
            .with("x-amz-copy-source-if-nonematch", "\"a\"")
            .with("x-amz-copy-source-if-none-match", "\"b\"");

    WireAnswer answer = send(signed(request));

    UsesS2.assertRefused(answer, 400, "InvalidArgument");
  }
}
