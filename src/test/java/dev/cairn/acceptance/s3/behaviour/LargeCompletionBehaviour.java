package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The longest list of parts that there is, as a person would write it. */
interface LargeCompletionBehaviour extends UsesS3 {
  int PARTS = 10_000;

  @Test
  default void assemblesTenThousandPartsFromAPrettyPrintedList() {
    // Given: one part that came over the wire, and as many rows that name the same bytes.
    String bucket = freshBucket();
    String upload =
        ask("POST", "/" + bucket + "/k?uploads")
            .document()
            .getElementsByTagName("UploadId")
            .item(0)
            .getTextContent();
    byte[] bytes = UsesStore.bytes(PART, 13);
    CompletedPart first = part(bucket, "k", upload, 1, bytes);
    multiply(upload);
    String list = prettyList(first.eTag());
    assertThat(list.length()).isGreaterThan(1 << 20);

    // When
    long begin = System.nanoTime();
    WireAnswer answer = ask(request("POST", "/" + bucket + "/k?uploadId=" + upload).body(list));
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);

    // Then
    System.out.println(
        "Complete of " + PARTS + " parts, " + list.length() + " bytes of XML: " + taken);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.text()).contains("-10000");
    WireAnswer head = ask("HEAD", "/" + bucket + "/k");
    long size = (long) PARTS * PART;
    assertThat(head.header("Content-Length")).contains(Long.toString(size));
    long cut = 7777L * PART - 5;
    WireAnswer range =
        ask(request("GET", "/" + bucket + "/k").with("Range", "bytes=" + cut + "-" + (cut + 9)));
    assertThat(Arrays.copyOfRange(range.body(), 0, 5))
        .isEqualTo(Arrays.copyOfRange(bytes, PART - 5, PART));
    assertThat(Arrays.copyOfRange(range.body(), 5, 10)).isEqualTo(Arrays.copyOfRange(bytes, 0, 5));
    assertThat(taken).isLessThan(Duration.ofSeconds(20));
  }

  private void multiply(String upload) {
    Stored.change(
        cairn(),
        """
        INSERT INTO parts (owner_id, number, size, md5, checksums, modified, blob_id)
        SELECT p.owner_id, n, p.size, p.md5, p.checksums, p.modified, p.blob_id
          FROM parts p, generate_series(2, %d) n
         WHERE p.owner_id = '%s'::uuid
        """
            .formatted(PARTS, upload));
  }

  private static String prettyList(String eTag) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
            """);
    for (int number = 1; number <= PARTS; number++) {
      xml.append("    <Part>\n        <PartNumber>").append(number);
      xml.append("</PartNumber>\n        <ETag>").append(eTag).append("</ETag>\n    </Part>\n");
    }
    return xml.append("</CompleteMultipartUpload>\n").toString();
  }
}
