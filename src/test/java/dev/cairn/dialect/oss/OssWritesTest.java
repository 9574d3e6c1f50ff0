package dev.cairn.dialect.oss;

import static dev.cairn.dialect.oss.OssWire.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.multipart.UploadPartCopy;
import dev.cairn.core.object.CopyObject;
import dev.cairn.core.object.CopyResult;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectResult;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.StorageClass;
import dev.cairn.protocol.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of PutObject, line by line, and what CopyObject does otherwise. */
class OssWritesTest {
  private static final String PUT = "PUT /bucket/key";
  private static final String LENGTH = "Content-Length: 10";

  private final OssWire oss = new OssWire();

  @Test
  void keepsTheFiveHeadersAsTheyAreSent() {
    PutObject input =
        (PutObject)
            oss.input(
                PUT,
                LENGTH,
                "Cache-control: no-cache",
                "Expires: Fri, 28 Feb 2012 05:38:42 GMT",
                "Content-Encoding: utf-8",
                "Content-Disposition: attachment;filename=oss_download.jpg",
                "Content-Type: image/jpg",
                "ETag: ignored");

    var kept = input.metadata().headers();
    assertThat(kept.cacheControl()).contains("no-cache");
    assertThat(kept.expires()).contains("Fri, 28 Feb 2012 05:38:42 GMT");
    assertThat(kept.contentEncoding()).contains("utf-8");
    assertThat(kept.contentDisposition()).contains("attachment;filename=oss_download.jpg");
    assertThat(kept.contentType()).contains("image/jpg");
    assertThat(input.wanted()).containsExactly(DigestAlgorithm.CRC64ECMA);
  }

  // 004 prints this answer for an empty object.
  @Test
  void answersWhatThePagePrints() {
    Checksum crc = Checksum.ofBytes(DigestAlgorithm.CRC64ECMA, new byte[8]);
    PutObjectResult result =
        new PutObjectResult(new ETag("d41d8cd98f00b204e9800998ecf8427e"), NOON, 0, List.of(crc));

    Answer answer = oss.answer(result, PUT, "Transfer-Encoding: chunked");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().first("ETag")).contains("\"D41D8CD98F00B204E9800998ECF8427E\"");
    assertThat(answer.headers().first("x-oss-hash-crc64ecma")).contains("0");
    assertThat(answer.headers().first("Content-MD5")).contains("1B2M2Y8AsgTpgAmY7PhCfg==");
  }

  @Test
  void showsACrcAsAnUnsignedNumber() {
    byte[] value = java.nio.ByteBuffer.allocate(8).putLong(0x995dc9bbdf1939faL).array();
    Checksum crc = Checksum.ofBytes(DigestAlgorithm.CRC64ECMA, value);

    Answer answer =
        oss.answer(new PutObjectResult(new ETag("00"), NOON, 9, List.of(crc)), PUT, LENGTH);

    assertThat(answer.headers().first("x-oss-hash-crc64ecma")).contains("11051210869376104954");
  }

  @Test
  void acceptsChunkedBodiesAndNothingElseWithoutALength() {
    assertThat(oss.input(PUT, "Transfer-Encoding: chunked")).isInstanceOf(PutObject.class);
    assertThat(oss.failure(PUT)).isInstanceOf(Failure.MissingContentLength.class);
  }

  @Test
  void boundsTheSizeOfAnObject() {
    assertThat(oss.input(PUT, "Content-Length: 5368709120")).isInstanceOf(PutObject.class);
    assertThat(oss.failure(PUT, "Content-Length: 5368709121"))
        .isInstanceOf(Failure.EntityTooLarge.class);
  }

  @Test
  void boundsTheNameOfAnObject() {
    assertThat(oss.input("PUT /bucket/" + "k".repeat(1023), LENGTH)).isInstanceOf(PutObject.class);
    assertThat(oss.failure("PUT /bucket/" + "k".repeat(1024), LENGTH))
        .isInstanceOf(Failure.KeyTooLong.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT /bucket//key", "PUT /bucket/%5Ckey", "POST /bucket//key?uploads"})
  void refusesNamesThatBeginWithASlash(String line) {
    assertThat(oss.failure(line, LENGTH)).isInstanceOf(Failure.InvalidKey.class);
  }

  @Test
  void readsWhateverItsName() {
    assertThat(oss.input("GET /bucket//key")).isNotNull();
    assertThat(oss.input("DELETE /bucket//" + "k".repeat(1024))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "eB5eJF1ptWaXm4bijSPyxw==, true",
    "NzgxZTVlMjQ1ZDY5YjU2Njk3OWI4NmUyOGQyM2YyYzc=, false",
    "781e5e245d69b566979b86e28d23f2c7, false",
  })
  void readsContentMd5AsThePageExplainsIt(String md5, boolean good) {
    if (good) {
      assertThat(oss.input(PUT, LENGTH, "Content-Md5: " + md5)).isInstanceOf(PutObject.class);
    } else {
      assertThat(oss.failure(PUT, LENGTH, "Content-Md5: " + md5))
          .isInstanceOf(Failure.InvalidDigest.class);
    }
  }

  @Test
  void readsStorageClasses() {
    PutObject input = (PutObject) oss.input(PUT, LENGTH, "x-oss-storage-class: IA");

    assertThat(input.metadata().storageClass()).contains(StorageClass.INFREQUENT_ACCESS);
    assertThat(oss.failure(PUT, LENGTH, "x-oss-storage-class: STANDARD"))
        .isInstanceOf(Failure.InvalidStorageClass.class);
    for (String archive : List.of("Archive", "ColdArchive", "DeepColdArchive")) {
      assertThat(oss.input(PUT, LENGTH, "x-oss-storage-class: " + archive)).isNotNull();
    }
  }

  @Test
  void readsUserMetadata() {
    PutObject input =
        (PutObject) oss.input(PUT, LENGTH, "x-oss-meta-My-Name2: a \"b\" c", "x-oss-meta-b: _");

    assertThat(input.metadata().user()).containsEntry("my-name2", "a \"b\" c");
    assertThat(oss.failure(PUT, LENGTH, "x-oss-meta-a_b: c"))
        .isInstanceOf(Failure.InvalidArgument.class);
    assertThat(oss.input(PUT, LENGTH, "x-oss-meta-a: " + "x".repeat(8191))).isNotNull();
    assertThat(oss.failure(PUT, LENGTH, "x-oss-meta-a: " + "x".repeat(8192)))
        .isInstanceOf(Failure.MetadataTooLarge.class);
  }

  @ParameterizedTest
  @CsvSource({
    "x-oss-server-side-encryption: AES256, NotImplemented",
    "x-oss-server-side-encryption: KMS, NotImplemented",
    "x-oss-server-side-encryption: aes, InvalidEncryptionAlgorithm",
    "x-oss-object-acl: bucket-owner-read, InvalidArgument",
    "x-oss-tagging: a=%40, InvalidTag",
    "x-oss-callback: e30=, NotImplemented",
    "x-oss-traffic-limit: 819200, NotImplemented",
    "x-oss-forbid-overwrite: maybe, InvalidArgument",
    "If-None-Match: *, NotImplemented",
    "If-Match: x, NotImplemented",
    "'If-Modified-Since: Fri, 24 Feb 2012 06:03:28 GMT', NotImplemented",
  })
  void refusesHeaders(String header, String failure) {
    assertThat(oss.failure(PUT, LENGTH, header).getClass().getSimpleName()).isEqualTo(failure);
  }

  @Test
  void readsWhetherItMayOverwrite() {
    PutObject strict = (PutObject) oss.input(PUT, LENGTH, "x-oss-forbid-overwrite: true");
    PutObject lenient = (PutObject) oss.input(PUT, LENGTH, "x-oss-forbid-overwrite: false");

    assertThat(strict.condition()).isEqualTo(new WriteCondition.IfAbsent());
    assertThat(lenient.condition()).isEqualTo(WriteCondition.NONE);
  }

  @Test
  void copiesOntoItselfWithNewMetadata() {
    CopyObject input =
        (CopyObject)
            oss.input(
                PUT, "x-oss-copy-source: /bucket/key", "x-oss-meta-a: b", "Content-Type: text/new");

    assertThat(input.metadata().orElseThrow().user()).containsEntry("a", "b");
    assertThat(input.wanted()).containsExactly(DigestAlgorithm.CRC64ECMA);
  }

  // Larger ones are copied in parts, which may have 5 GiB each.
  @Test
  void copiesNoMoreThanAGibibyteAtOnce() {
    CopyObject whole = (CopyObject) oss.input(PUT, "x-oss-copy-source: /other/key");
    UploadPartCopy part =
        (UploadPartCopy)
            oss.input(
                PUT + "?partNumber=1&uploadId=0123456789ABCDEF0123456789ABCDEF",
                "x-oss-copy-source: /other/key");

    assertThat(whole.rules().maximumBytes()).isEqualTo(1L << 30);
    assertThat(part.rules().maximumBytes()).isEqualTo(5L << 30);
  }

  @Test
  void answersACopy() {
    Answer answer =
        oss.answer(
            new CopyResult(new ETag("5d41402abc4b2a76b9719d911017c592"), NOON, List.of()),
            PUT,
            "x-oss-copy-source: /other/key");

    assertThat(OssWire.document(answer))
        .endsWith(
            "<CopyObjectResult><LastModified>2026-03-01T12:00:00.123Z</LastModified>"
                + "<ETag>&quot;5D41402ABC4B2A76B9719D911017C592&quot;</ETag></CopyObjectResult>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /bucket/key?x-oss-process=image/resize,w_100",
        "GET /bucket/key?legalHold",
        "GET /bucket?stat",
        "PUT /bucket?lifecycle",
        "GET /bucket?worm",
        "POST /bucket?wormId=1",
        "DELETE /bucket?policy",
        "GET /bucket?qosInfo",
        "GET /bucket?somethingNew",
        "GET /bucket/key?callback=e30%3D",
      })
  void refusesByNameWhatIsNotBuilt(String line) {
    assertThat(oss.failure(line)).isInstanceOf(Failure.NotImplemented.class);
  }
}
