package dev.cairn.dialect.s3;

import static dev.cairn.dialect.s3.S3Wire.ALICE;
import static dev.cairn.dialect.s3.S3Wire.NOON;
import static dev.cairn.dialect.s3.S3Wire.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.multipart.AbortMultipartUpload;
import dev.cairn.core.multipart.CompleteMultipartUpload;
import dev.cairn.core.multipart.CompleteMultipartUpload.ClaimedChecksum;
import dev.cairn.core.multipart.CreateMultipartUpload;
import dev.cairn.core.multipart.ListMultipartUploads;
import dev.cairn.core.multipart.ListParts;
import dev.cairn.core.multipart.ListPartsResult;
import dev.cairn.core.multipart.UploadCatalog.UploadListing;
import dev.cairn.core.multipart.UploadCatalog.UploadRange;
import dev.cairn.core.multipart.UploadPart;
import dev.cairn.core.object.Listing;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.dialect.Decoded;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.Part;
import dev.cairn.model.StoredObject;
import dev.cairn.model.Upload;
import dev.cairn.model.Upload.ChecksumPlan;
import dev.cairn.model.UploadId;
import dev.cairn.protocol.Answer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3MultipartCodecsTest {
  private static final String ID = "0123456789ABCDEF0123456789ABCDEF";
  private static final String COMPLETE = "POST /bucket/key?uploadId=" + ID;
  private static final String HEX = "5d41402abc4b2a76b9719d911017c592";
  private static final Upload UPLOAD =
      new Upload(
          UploadId.parse(ID).orElseThrow(),
          new ObjectKey("a/ключ"),
          NOON,
          ALICE,
          ObjectMetadata.NONE,
          Optional.of(new ChecksumPlan(DigestAlgorithm.SHA256, Checksum.Type.COMPOSITE)));
  private static final Part PART =
      new Part(
          7,
          5,
          HexFormat.of().parseHex(HEX),
          NOON,
          List.of(
              Checksum.ofBytes(DigestAlgorithm.CRC64ECMA, new byte[8]),
              Checksum.ofBytes(DigestAlgorithm.SHA256, new byte[32])));

  private final S3Wire s3 = new S3Wire();

  @ParameterizedTest
  @CsvSource({
    "CRC32, '', CRC32, COMPOSITE",
    "CRC32, FULL_OBJECT, CRC32, FULL_OBJECT",
    "CRC32C, COMPOSITE, CRC32C, COMPOSITE",
    "SHA1, '', SHA1, COMPOSITE",
    "SHA256, COMPOSITE, SHA256, COMPOSITE",
    "CRC64NVME, '', CRC64NVME, FULL_OBJECT"
  })
  void plansChecksums(String word, String type, DigestAlgorithm algorithm, Checksum.Type expected) {
    CreateMultipartUpload input =
        (CreateMultipartUpload)
            (type.isEmpty()
                ? s3.input("POST /bucket/key?uploads", "x-amz-checksum-algorithm: " + word)
                : s3.input(
                    "POST /bucket/key?uploads",
                    "x-amz-checksum-algorithm: " + word,
                    "x-amz-checksum-type: " + type));

    assertThat(input.checksum()).contains(new ChecksumPlan(algorithm, expected));
  }

  @ParameterizedTest
  @CsvSource({
    "SHA1, FULL_OBJECT, InvalidRequest",
    "SHA256, FULL_OBJECT, InvalidRequest",
    "CRC64NVME, COMPOSITE, InvalidRequest",
    "CRC32, PARTIAL, InvalidRequest",
    "CRC33, COMPOSITE, InvalidRequest",
    "MD5, COMPOSITE, NotImplemented"
  })
  void refusesImpossiblePlans(String word, String type, String failure) {
    assertThat(
            s3.failure(
                    "POST /bucket/key?uploads",
                    "x-amz-checksum-algorithm: " + word,
                    "x-amz-checksum-type: " + type)
                .getClass()
                .getSimpleName())
        .isEqualTo(failure);
  }

  @Test
  void refusesATypeOfNoChecksum() {
    assertThat(s3.failure("POST /bucket/key?uploads", "x-amz-checksum-type: COMPOSITE"))
        .isInstanceOf(Failure.InvalidRequest.class);
  }

  @Test
  void fixesMetadataAtInitiation() {
    CreateMultipartUpload input =
        (CreateMultipartUpload)
            s3.input("POST /bucket/key?uploads=", "Content-Type: a/b", "x-amz-meta-a: b");

    assertThat(input.metadata().headers().contentType()).contains("a/b");
    assertThat(input.metadata().user()).containsEntry("a", "b");
  }

  @Test
  void writesAnInitiatedUpload() {
    Answer answer = s3.answer(UPLOAD, "POST /bucket/a?uploads");

    assertGolden(answer, "S3MultipartCodecsTest_writesAnInitiatedUpload");
    assertThat(answer.headers().first("x-amz-checksum-algorithm")).contains("SHA256");
    assertThat(answer.headers().first("x-amz-checksum-type")).contains("COMPOSITE");
  }

  @Test
  void readsAPart() {
    UploadPart input =
        (UploadPart)
            s3.input(
                "PUT /bucket/key?partNumber=10000&uploadId=whatever",
                "Content-Length: 5",
                "x-amz-meta-ignored: " + "x".repeat(3000),
                "x-amz-trailer: x-amz-checksum-crc32");

    assertThat(input.partNumber()).isEqualTo(10_000);
    assertThat(input.uploadId()).isEqualTo("whatever");
    assertThat(input.announced()).isEqualTo(Set.of(DigestAlgorithm.CRC32));
    assertThat(input.wanted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10001", "abc", "", "-1", "1.5", "+1"})
  void refusesPartNumbers(String number) {
    assertThat(
            s3.failure("PUT /bucket/key?partNumber=" + number + "&uploadId=U", "Content-Length: 5"))
        .isInstanceOfSatisfying(
            Failure.InvalidArgument.class,
            f ->
                assertThat(f.reason())
                    .isEqualTo("Part number must be an integer between 1 and 10000, inclusive"));
  }

  @Test
  void answersAPart() {
    Answer answer =
        s3.answer(PART, "PUT /bucket/key?partNumber=7&uploadId=" + ID, "Content-Length: 5");

    assertThat(answer.headers().first("ETag")).contains("\"" + HEX + "\"");
    assertThat(answer.headers().first("x-amz-checksum-sha256"))
        .contains("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
  }

  @Test
  void readsACompletion() {
    String document =
        """
        <CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
          <Part>
            <PartNumber>1</PartNumber>
            <ETag>"%s"</ETag>
            <ChecksumCRC32>NhCmhg==</ChecksumCRC32>
          </Part>
          <Part><ETag>%s</ETag><PartNumber> 2 </PartNumber></Part>
        </CompleteMultipartUpload>
        """
            .formatted(HEX, HEX);

    CompleteMultipartUpload input =
        (CompleteMultipartUpload)
            s3.inputOf(
                document,
                COMPLETE,
                "x-amz-mp-object-size: 12",
                "x-amz-checksum-crc32: NhCmhg==-2",
                "x-amz-checksum-type: COMPOSITE",
                "If-None-Match: *");

    assertThat(input.parts()).extracting(p -> p.number()).containsExactly(1, 2);
    assertThat(input.parts()).extracting(p -> p.eTag().value()).containsExactly(HEX, HEX);
    assertThat(input.parts().getFirst().checksums().get(DigestAlgorithm.CRC32))
        .containsExactly(0x36, 0x10, 0xa6, 0x86);
    assertThat(input.minimumPartSize()).isEqualTo(5 * 1024 * 1024);
    assertThat(input.expectedSize()).hasValue(12);
    assertThat(input.claimed()).contains(new ClaimedChecksum(DigestAlgorithm.CRC32, "NhCmhg==-2"));
    assertThat(input.claimedType()).contains(Checksum.Type.COMPOSITE);
    assertThat(input.condition()).isEqualTo(new WriteCondition.IfAbsent());
  }

  @Test
  void takesTenThousandPrettyParts() {
    String document = parts(10_000);

    CompleteMultipartUpload input = (CompleteMultipartUpload) s3.inputOf(document, COMPLETE);
    Decoded.Rest.Document<?> rest = (Decoded.Rest.Document<?>) s3.decode(COMPLETE).rest();

    assertThat(input.parts()).hasSize(10_000);
    assertThat(document.length()).isGreaterThan(2 * 1024 * 1024).isLessThan(rest.limit());
    assertThat(s3.failureOf(parts(1, 10_001), COMPLETE)).isInstanceOf(Failure.MalformedXml.class);
  }

  private static String parts(int count) {
    return parts(count, count);
  }

  /** Parts, whose numbers end at {@code last}. */
  private static String parts(int last, int count) {
    StringBuilder document = new StringBuilder("<CompleteMultipartUpload>\n");
    for (int i = 0; i < count; i++) {
      document.append(
          """
              <Part>
                  <PartNumber>%d</PartNumber>
                  <ETag>&quot;%s&quot;</ETag>
                  <ChecksumSHA256>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</ChecksumSHA256>
              </Part>
          """
              .formatted(Math.max(1, last - count + 1 + i), HEX));
    }
    return document.append("</CompleteMultipartUpload>\n").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'', MalformedXml",
    "<CompleteMultipartUpload/>, MalformedXml",
    "<Complete><Part/></Complete>, MalformedXml",
    "<CompleteMultipartUpload><Part/></CompleteMultipartUpload>, MalformedXml",
    "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber></Part></CompleteMultipartUpload>,"
        + " MalformedXml",
    "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><PartNumber>2</PartNumber>"
        + "<ETag>a</ETag></Part></CompleteMultipartUpload>, MalformedXml",
    "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>a</ETag><ETag>b</ETag>"
        + "</Part></CompleteMultipartUpload>, MalformedXml",
    "<CompleteMultipartUpload><Part><PartNumber>x</PartNumber><ETag>a</ETag></Part>"
        + "</CompleteMultipartUpload>, MalformedXml",
    "<CompleteMultipartUpload><Part><PartNumber>0</PartNumber><ETag>a</ETag></Part>"
        + "</CompleteMultipartUpload>, InvalidArgument",
    "<CompleteMultipartUpload><Part><PartNumber>10001</PartNumber><ETag>a</ETag></Part>"
        + "</CompleteMultipartUpload>, InvalidArgument",
    "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>a</ETag>"
        + "<ChecksumCRC32>x</ChecksumCRC32></Part></CompleteMultipartUpload>, InvalidRequest",
    "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>a</ETag>"
        + "<ChecksumMD5>x</ChecksumMD5></Part></CompleteMultipartUpload>, NotImplemented"
  })
  void refusesMalformedLists(String document, String failure) {
    assertThat(s3.failureOf(document, COMPLETE).getClass().getSimpleName()).isEqualTo(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-mp-object-size: -1, InvalidRequest",
    "x-amz-mp-object-size: x, InvalidRequest",
    "x-amz-checksum-crc32: NhCmhg==-0, InvalidRequest",
    "x-amz-checksum-crc32: NhCmhg==-x, InvalidRequest",
    "x-amz-checksum-crc32: x, InvalidRequest",
    "x-amz-checksum-type: x, InvalidRequest",
    "Content-MD5: x, InvalidDigest",
    "If-None-Match: \"x\", NotImplemented",
    "x-amz-server-side-encryption-customer-key: x, NotImplemented"
  })
  void refusesHeadersOfACompletion(String header, String failure) {
    assertThat(s3.failureOf(parts(1), COMPLETE, header).getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @Test
  void writesACompletion() {
    StoredObject object =
        new StoredObject(
            new ObjectId(new UUID(0, 1)),
            new ObjectKey("a b/ключ"),
            10,
            new ETag(HEX + "-2"),
            NOON,
            ObjectMetadata.NONE,
            List.of(
                new Checksum(
                    DigestAlgorithm.CRC32, Checksum.Type.COMPOSITE, new byte[] {1, 2, 3, 4}, 2)),
            2);

    Answer answer = s3.answerTo(parts(2), object, COMPLETE);

    assertGolden(answer, "S3MultipartCodecsTest_writesACompletion");
  }

  @Test
  void readsAListOfParts() {
    assertThat(s3.input("GET /bucket/key?uploadId=U&part-number-marker=5&max-parts=5000"))
        .isEqualTo(new ListParts(new ObjectKey("key"), "U", 5, 1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"max-parts=-1", "max-parts=x", "part-number-marker=x"})
  void refusesBadListsOfParts(String query) {
    assertThat(s3.failure("GET /bucket/key?uploadId=U&" + query))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void writesAListOfParts() {
    ListPartsResult result = new ListPartsResult(UPLOAD, List.of(PART), true);

    Answer answer =
        s3.answer(result, "GET /bucket/key?uploadId=" + ID + "&max-parts=1&part-number-marker=3");

    assertGolden(answer, "S3MultipartCodecsTest_writesAListOfParts");
  }

  @Test
  void readsAListOfUploads() {
    assertThat(
            s3.input(
                "GET /bucket?uploads&prefix=p&delimiter=/&key-marker=k&upload-id-marker="
                    + ID
                    + "&max-uploads=3"))
        .isEqualTo(new ListMultipartUploads(new UploadRange("p", "/", "k", UploadId.parse(ID), 3)));
    assertThat(s3.input("GET /bucket?uploads&upload-id-marker=ignored"))
        .isEqualTo(new ListMultipartUploads(new UploadRange("", "", "", Optional.empty(), 1000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"max-uploads=x", "key-marker=k&upload-id-marker=x", "encoding-type=x"})
  void refusesBadListsOfUploads(String query) {
    assertThat(s3.failure("GET /bucket?uploads&" + query))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void writesAListOfUploads() {
    UploadListing result =
        new UploadListing(
            new Listing<>(List.of(UPLOAD), List.of("b/"), true, "b/"), Optional.empty());

    Answer answer =
        s3.answer(
            result,
            "GET /bucket?uploads&delimiter=/&key-marker=a&upload-id-marker="
                + ID
                + "&encoding-type=url&max-uploads=2");

    assertGolden(answer, "S3MultipartCodecsTest_writesAListOfUploads");
  }

  @Test
  void aborts() {
    assertThat(s3.input("DELETE /bucket/key?uploadId=U"))
        .isEqualTo(new AbortMultipartUpload(new ObjectKey("key"), "U"));
    assertThat(s3.answer(null, "DELETE /bucket/key?uploadId=U").status()).isEqualTo(204);
    assertThat(s3.failure("DELETE /bucket/key?uploadId=U", "x-amz-if-match-initiated-time: x"))
        .isInstanceOf(Failure.NotImplemented.class);
  }
}
