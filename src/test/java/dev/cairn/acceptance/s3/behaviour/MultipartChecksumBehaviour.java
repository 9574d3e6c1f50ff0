package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Checksums of parts, and of what is assembled from them. */
interface MultipartChecksumBehaviour extends UsesS3 {
  byte[] FIRST = UsesStore.bytes(PART, 21);
  byte[] SECOND = UsesStore.bytes(1234, 22);

  @ParameterizedTest
  @EnumSource(names = {"CRC32", "CRC32C", "SHA1", "SHA256"})
  default void assemblesACompositeChecksum(Checksums algorithm) {
    // Given
    String bucket = freshBucket();
    Sent sent = send(bucket, algorithm, "COMPOSITE");

    // When
    WireAnswer answer = complete(bucket, sent, "");

    // Then
    String expected = algorithm.composite(FIRST, SECOND);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(element(answer, "Checksum" + algorithm)).isEqualTo(expected);
    assertThat(element(answer, "ChecksumType")).isEqualTo("COMPOSITE");
    assertThat(kept(bucket, algorithm, "COMPOSITE")).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(names = {"CRC32", "CRC32C", "CRC64NVME"})
  default void assemblesTheChecksumOfTheWhole(Checksums algorithm) {
    // Given
    String bucket = freshBucket();
    Sent sent = send(bucket, algorithm, "FULL_OBJECT");

    // When
    WireAnswer answer = complete(bucket, sent, algorithm.of(join(FIRST, SECOND)));

    // Then
    String expected = algorithm.of(join(FIRST, SECOND));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(element(answer, "Checksum" + algorithm)).isEqualTo(expected);
    assertThat(element(answer, "ChecksumType")).isEqualTo("FULL_OBJECT");
    assertThat(kept(bucket, algorithm, "FULL_OBJECT")).isEqualTo(expected);
  }

  @Test
  default void refusesACompletionWithAnotherChecksumOfTheWhole() {
    // Given
    String bucket = freshBucket();
    Sent sent = send(bucket, Checksums.CRC64NVME, "FULL_OBJECT");

    // When
    WireAnswer answer = complete(bucket, sent, Checksums.CRC64NVME.of(FIRST));

    // Then
    dev.cairn.acceptance.wire.UsesWire.refusal(answer, 400, "BadDigest");
  }

  @Test
  default void refusesAPartWithAnotherChecksumInTheList() {
    // Given
    String bucket = freshBucket();
    Sent sent = send(bucket, Checksums.SHA256, "COMPOSITE");
    Sent wrong =
        new Sent(
            sent.algorithm,
            sent.upload,
            sent.xml.replace(Checksums.SHA256.of(SECOND), Checksums.SHA256.of(FIRST)));

    // When
    WireAnswer answer = complete(bucket, wrong, "");

    // Then
    dev.cairn.acceptance.wire.UsesWire.refusal(answer, 400, "InvalidPart");
  }

  @Test
  default void refusesAPartOfAnotherAlgorithmThanItsUpload() {
    // Given
    String bucket = freshBucket();
    String upload = initiate(bucket, Checksums.SHA256, "COMPOSITE");
    WireRequest part =
        request("PUT", "/" + bucket + "/k?partNumber=1&uploadId=" + upload).body(SECOND);

    // When / Then
    refuses(part.with("x-amz-checksum-crc32", Checksums.CRC32.of(SECOND)), 400, "InvalidRequest");
  }

  @Test
  default void refusesACompositeOfAnAlgorithmThatHasNone() {
    // Given
    WireRequest initiate =
        request("POST", "/" + freshBucket() + "/k?uploads")
            .with("x-amz-checksum-algorithm", "CRC64NVME")
            .with("x-amz-checksum-type", "COMPOSITE");

    // When / Then
    refuses(initiate, 400, "InvalidRequest");
  }

  @Test
  default void listsTheChecksumsOfParts() {
    // Given
    String bucket = freshBucket();
    Sent sent = send(bucket, Checksums.CRC64NVME, "FULL_OBJECT");

    // When
    WireAnswer answer = ask("GET", "/" + bucket + "/k?uploadId=" + sent.upload);

    // Then
    assertThat(answer.text())
        .contains("<ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm>")
        .contains("<ChecksumType>FULL_OBJECT</ChecksumType>")
        .contains(Checksums.CRC64NVME.of(FIRST))
        .contains(Checksums.CRC64NVME.of(SECOND));
  }

  @Test
  default void theSdksDefaultChecksumsOfPartsAreAssembled() {
    // Given
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    CompletedPart one = part(bucket, "k", upload, 1, FIRST);
    CompletedPart two = part(bucket, "k", upload, 2, SECOND);

    // When
    complete(bucket, "k", upload, one, two);

    // Then
    assertThat(one.checksumCRC32()).isEqualTo(Checksums.CRC32.of(FIRST));
    assertThat(read(bucket, "k")).isEqualTo(join(FIRST, SECOND));
  }

  /** An upload of both parts, and the list that completes it. */
  record Sent(Checksums algorithm, String upload, String xml) {}

  private Sent send(String bucket, Checksums algorithm, String type) {
    String upload = initiate(bucket, algorithm, type);
    StringBuilder xml = new StringBuilder("<CompleteMultipartUpload>");
    byte[][] parts = {FIRST, SECOND};
    for (int number = 1; number <= 2; number++) {
      byte[] part = parts[number - 1];
      WireAnswer answer =
          ask(
              request("PUT", "/" + bucket + "/k?partNumber=" + number + "&uploadId=" + upload)
                  .with(algorithm.header(), algorithm.of(part))
                  .body(part));
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.header(algorithm.header())).contains(algorithm.of(part));
      xml.append("<Part><PartNumber>").append(number).append("</PartNumber><ETag>");
      xml.append(answer.headers().get("ETag")).append("</ETag><Checksum").append(algorithm);
      xml.append('>').append(algorithm.of(part)).append("</Checksum").append(algorithm);
      xml.append("></Part>");
    }
    return new Sent(algorithm, upload, xml + "</CompleteMultipartUpload>");
  }

  private String initiate(String bucket, Checksums algorithm, String type) {
    WireAnswer answer =
        ask(
            request("POST", "/" + bucket + "/k?uploads")
                .with("x-amz-checksum-algorithm", algorithm.name())
                .with("x-amz-checksum-type", type));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("x-amz-checksum-algorithm")).contains(algorithm.name());
    assertThat(answer.header("x-amz-checksum-type")).contains(type);
    return element(answer, "UploadId");
  }

  private WireAnswer complete(String bucket, Sent sent, String whole) {
    WireRequest request =
        request("POST", "/" + bucket + "/k?uploadId=" + sent.upload).body(sent.xml);
    return ask(whole.isEmpty() ? request : request.with(sent.algorithm.header(), whole));
  }

  private String kept(String bucket, Checksums algorithm, String type) {
    WireAnswer head =
        ask(request("HEAD", "/" + bucket + "/k").with("x-amz-checksum-mode", "ENABLED"));
    assertThat(head.header("x-amz-checksum-type")).contains(type);
    return head.headers().get(algorithm.header());
  }

  private static String element(WireAnswer answer, String name) {
    var found = answer.document().getElementsByTagName(name);
    assertThat(found.getLength()).as("%s in %s", name, answer).isEqualTo(1);
    return found.item(0).getTextContent();
  }

  private static byte[] join(byte[] a, byte[] b) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(a);
    all.writeBytes(b);
    return all.toByteArray();
  }
}
