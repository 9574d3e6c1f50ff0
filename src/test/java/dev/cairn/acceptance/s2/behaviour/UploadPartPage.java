package dev.cairn.acceptance.s2.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.Printed;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page "Upload Part". */
interface UploadPartPage extends UsesS2 {
  String UPLOAD_PART =
      """
      PUT /<ObjectName>?partNumber=<PartNumber>&uploadId=<UploadId> HTTP/1.1
      Host: <Your-Bucket-Name>.ss.bscstorage.com
      Date: <date>
      Content-Length: <Content-Length>
      Content-MD5: <Content-MD5>
      """;
  // Authorization: <authorization string> #Please refer to signature algorithm

  // "Etag": names of headers have no case.
  String UPLOADED =
      """
      HTTP/1.1 200 OK
      Date: Tue, 08 Apr 2014 02:59:47 GMT
      Connection: keep-alive
      x-amz-request-id: 0000106c-1608-0810-4621-00163e000064
      x-amz-s2-requester: <Your UserName>
      Etag: <Etag>
      """;

  String CONTENT = "0123456789";
  String MD5 = "eB5eJF1ptWaXm4bijSPyxw==";

  default WireRequest partAsPrinted(String number, String id, String md5) {
    return Printed.request(
            UPLOAD_PART,
            Map.of(
                "ObjectName", "objectName",
                "PartNumber", number,
                "UploadId", id,
                "Your-Bucket-Name", BUCKET,
                "Content-Length", Integer.toString(CONTENT.length()),
                "Content-MD5", md5))
        .bodyOnly(CONTENT.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  default void uploadsAPartAsPrinted() {
    makeBucket(BUCKET);
    WireRequest request = partAsPrinted("1", initiate("objectName"), MD5);

    WireAnswer answer = send(signed(request));

    PAGES.assertAnswer(
        answer,
        UPLOADED,
        Map.of("Your UserName", userName(), "Etag", "\"781e5e245d69b566979b86e28d23f2c7\""));
  }

  @Test
  default void aPartNeedsNoMd5() {
    makeBucket(BUCKET);
    WireRequest request = partAsPrinted("1", initiate("objectName"), MD5).without("Content-MD5");

    WireAnswer answer = send(signed(request));

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "rL0Y20zC+Fzt72VPzMSk2A==, BadDigest",
    "781e5e245d69b566979b86e28d23f2c7, InvalidDigest",
    "NzgxZTVlMjQ1ZDY5YjU2Njk3OWI4NmUyOGQyM2YyYzc=, InvalidDigest"
  })
  default void failsWhenTheMd5IsInconsistentWithTheContent(String md5, String code) {
    makeBucket(BUCKET);
    WireRequest request = partAsPrinted("1", initiate("objectName"), md5);

    WireAnswer answer = send(signed(request));

    UsesS2.assertRefused(answer, 400, code);
  }

  @Test
  default void aPartNeedsALength() {
    makeBucket(BUCKET);
    WireRequest request =
        partAsPrinted("1", initiate("objectName"), MD5)
            .without("Content-Length")
            .bodyOnly(new byte[0]);

    WireAnswer answer = send(signed(request));

    UsesS2.assertRefused(answer, 411, "MissingContentLength");
  }

  @ParameterizedTest
  @CsvSource({"1, 200", "2000, 200", "0, 400", "2001, 400", "10000, 400", "x, 400"})
  default void partsAreNumberedFrom1To2000(String number, int status) {
    makeBucket(BUCKET);
    WireRequest request = partAsPrinted(number, initiate("objectName"), MD5);

    WireAnswer answer = send(signed(request));

    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    if (status != 200) {
      UsesS2.assertRefused(answer, status, "InvalidArgument");
    }
  }

  @Test
  default void refusesAnUploadThatDoesNotExist() {
    makeBucket(BUCKET);
    WireRequest request = partAsPrinted("1", "0".repeat(32), MD5);

    WireAnswer answer = send(signed(request));

    UsesS2.assertRefused(answer, 404, "NoSuchUpload");
  }
}
