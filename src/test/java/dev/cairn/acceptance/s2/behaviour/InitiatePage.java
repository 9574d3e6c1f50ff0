package dev.cairn.acceptance.s2.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.Printed;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page "Initiate Multipart Upload". */
interface InitiatePage extends UsesS2 {
  String INITIATE =
      """
      POST /<ObjectName>?uploads HTTP/1.1
      Host: <Your-Bucket-Name>.ss.bscstorage.com
      Date: <date>
      Content-Type: <mime-type>
      x-amz-meta-foo1: <value1> #custom meta：foo1
      x-amz-meta-foo2: <value2> #custom meta：foo2
      """;
  // Authorization: <authorization string> #Please refer to signature algorithm

  String INITIATED =
      """
      HTTP/1.1 200 OK
      Date: Tue, 08 Apr 2014 02:59:47 GMT
      Connection: keep-alive
      x-amz-request-id: 0000106c-1608-0810-4621-00163e000064
      x-amz-s2-requester: <Your UserName>

      <?xml version="1.0" encoding="UTF-8"?>
      <InitiateMultipartUploadResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
          <Bucket>your-bucket</Bucket>
          <Key>objectName</Key>
          <UploadId>VXBsb2FkIElEIGZvciA2aWWpbmcncyBteS1tb3ZpZS5tMnRzIHVwbG9hZA</UploadId>
      </InitiateMultipartUploadResult>
      """;

  Map<String, String> INITIATION =
      Map.of(
          "ObjectName", "objectName",
          "Your-Bucket-Name", "your-bucket",
          "mime-type", "text/plain",
          "value1", "one",
          "value2", "two");

  @Test
  default void initiatesAsPrinted() {
    makeBucket(BUCKET);
    WireRequest request = Printed.request(INITIATE, INITIATION);

    WireAnswer answer = send(signed(request));

    String id = answer.document().getElementsByTagName("UploadId").item(0).getTextContent();
    PAGES.assertAnswer(
        answer,
        INITIATED.replaceFirst("<UploadId>.*</UploadId>", "<UploadId>" + id + "</UploadId>"),
        Map.of("Your UserName", userName()));
  }

  @Test
  default void whatIsSaidAtInitiationIsKeptToTheEnd() {
    makeBucket(BUCKET);
    String id =
        send(signed(Printed.request(INITIATE, INITIATION)))
            .document()
            .getElementsByTagName("UploadId")
            .item(0)
            .getTextContent();
    WireRequest part =
        WireRequest.of("PUT", "/objectName?partNumber=1&uploadId=" + id)
            .with("Host", HOST)
            .with("Date", "")
            // A part has no say in it.
            .with("x-amz-meta-foo1", "of the part")
            .body("bytes");
    String eTag = send(signed(part)).header("ETag").orElseThrow();
    WireRequest completion =
        WireRequest.of("POST", "/objectName?uploadId=" + id)
            .with("Host", HOST)
            .with("Date", "")
            .with("Content-Type", "text/json") // so the page of this operation prints it
            .body(
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"
                    + eTag
                    + "</ETag></Part></CompleteMultipartUpload>");

    WireAnswer completed = send(signed(completion));

    assertThat(completed.status()).as("%s", completed).isEqualTo(200);
    WireAnswer head =
        send(signed(WireRequest.of("HEAD", "/objectName").with("Host", HOST).with("Date", "")));
    assertThat(head.header("x-amz-meta-foo1")).contains("one");
    assertThat(head.header("x-amz-meta-foo2")).contains("two");
    assertThat(head.header("Content-Type")).contains("text/plain");
  }

  // The page's command lacks -H before "Date: …": curl would take that for another address.
  @Test
  default void initiatesByThePagesCommandWithItsSlipMended() {
    makeBucket(BUCKET);
    WireRequest request =
        WireRequest.of("POST", "/path/to/my/file.txt?uploads").with("Host", HOST).with("Date", "");

    WireAnswer answer = send(signed(request));

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.document().getElementsByTagName("Key").item(0).getTextContent())
        .isEqualTo("path/to/my/file.txt");
  }

  @Test
  default void refusesThePagesCommandToTheLetter() {
    makeBucket(BUCKET);
    WireRequest request =
        WireRequest.of("POST", "/path/to/my/file.txt?uploads")
            .with("Host", HOST)
            .with(
                "Authorization", "AWS " + cairn().accessKeyId() + ":AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    WireAnswer withoutDate = send(request);
    WireAnswer ofTheFuture = send(request.with("Date", "Sat, 20 Nov 2286 17:46:39 GMT"));

    UsesS2.assertRefused(withoutDate, 403, "AccessDenied");
    UsesS2.assertRefused(ofTheFuture, 403, "RequestTimeTooSkewed");
  }

  @Test
  default void anonymousUsersCannotInitiate() {
    makeBucket(BUCKET);
    WireRequest request = WireRequest.of("POST", "/objectName?uploads").with("Host", HOST);

    WireAnswer answer = send(request);

    Map<String, String> error = UsesS2.assertRefused(answer, 403, "AccessDenied");
    assertThat(error)
        .containsEntry("Message", "anonymous is not allowed for operation: REST.POST.OBJECT");
    assertThat(answer.header("x-amz-s2-requester")).contains("GRPS000000ANONYMOUSE");
  }
}
