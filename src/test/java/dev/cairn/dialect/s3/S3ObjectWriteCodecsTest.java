package dev.cairn.dialect.s3;

import static dev.cairn.dialect.s3.S3Wire.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.Claims;
import dev.cairn.core.object.DeleteObject;
import dev.cairn.core.object.DeleteObjects;
import dev.cairn.core.object.DeleteObjects.Entry;
import dev.cairn.core.object.DeleteObjectsResult;
import dev.cairn.core.object.DeleteObjectsResult.Outcome;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectResult;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.dialect.Decoded;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StorageClass;
import dev.cairn.protocol.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3ObjectWriteCodecsTest {
  private static final String MD5 = "XUFAKrxLKna5cZ2REBfFkg==";
  private static final ETag ETAG = new ETag("5d41402abc4b2a76b9719d911017c592");
  private static final String LENGTH = "Content-Length: 5";

  private final S3Wire s3 = new S3Wire();

  private PutObject put(String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = LENGTH;
    return (PutObject) s3.input("PUT /bucket/key", all);
  }

  @Test
  void keepsHeadersAsTheyWereSent() {
    PutObject input =
        put(
            "Content-Type: text/plain; charset=x",
            "Cache-Control: no-cache",
            "Content-Disposition: attachment; filename=\"a\u00e9.txt\"",
            "Content-Language: de",
            "Expires: Fri, 28 Feb 2012",
            "Content-Encoding: aws-chunked,gzip",
            "x-amz-meta-Colour: dark blue",
            "x-amz-meta-list: a",
            "x-amz-meta-list: b");

    assertThat(input.metadata().headers().contentType()).contains("text/plain; charset=x");
    assertThat(input.metadata().headers().cacheControl()).contains("no-cache");
    assertThat(input.metadata().headers().contentDisposition())
        .contains("attachment; filename=\"a\u00e9.txt\"");
    assertThat(input.metadata().headers().contentLanguage()).contains("de");
    assertThat(input.metadata().headers().expires()).contains("Fri, 28 Feb 2012");
    assertThat(input.metadata().headers().contentEncoding()).contains("gzip");
    assertThat(input.metadata().user()).isEqualTo(Map.of("colour", "dark blue", "list", "a,b"));
  }

  @ParameterizedTest
  @CsvSource({"aws-chunked", "AWS-Chunked", "'aws-chunked, aws-chunked'"})
  void storesNoCodingWhereOnlyTheTransferHadOne(String coding) {
    assertThat(put("Content-Encoding: " + coding).metadata().headers().contentEncoding()).isEmpty();
  }

  @Test
  void takesTwoKilobytesOfMetadataAndNoMore() {
    String value = "v".repeat(2048 - "name".length());

    assertThat(put("x-amz-meta-name: " + value).metadata().user()).containsEntry("name", value);
    assertThat(s3.failure("PUT /bucket/key", LENGTH, "x-amz-meta-name: v" + value))
        .isEqualTo(new Failure.MetadataTooLarge(2049, 2048));
  }

  @Test
  void takesKeysOfA1024BytesAndNoMore() {
    String key = "\u00e9".repeat(512);

    assertThat(s3.input("PUT /bucket/" + "%C3%A9".repeat(512), LENGTH))
        .isInstanceOfSatisfying(
            PutObject.class, input -> assertThat(input.key()).isEqualTo(new ObjectKey(key)));
    assertThat(s3.failure("PUT /bucket/" + "%C3%A9".repeat(512) + "a", LENGTH))
        .isEqualTo(new Failure.KeyTooLong(1025, 1024));
    assertThat(s3.input("DELETE /bucket/" + "a".repeat(2000))).isInstanceOf(DeleteObject.class);
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, STANDARD",
    "STANDARD_IA, INFREQUENT_ACCESS",
    "ONEZONE_IA, ONE_ZONE_INFREQUENT_ACCESS",
    "INTELLIGENT_TIERING, INTELLIGENT_TIERING",
    "REDUCED_REDUNDANCY, REDUCED_REDUNDANCY",
    "GLACIER_IR, INSTANT_ARCHIVE",
    "GLACIER, ARCHIVE",
    "DEEP_ARCHIVE, DEEP_ARCHIVE"
  })
  void readsStorageClasses(String word, StorageClass expected) {
    assertThat(put("x-amz-storage-class: " + word).metadata().storageClass()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-storage-class: OUTPOSTS, InvalidStorageClass",
    "x-amz-storage-class: standard, InvalidStorageClass",
    "x-amz-acl: log-delivery-write, InvalidArgument",
    "x-amz-server-side-encryption: AES256, NotImplemented",
    "x-amz-server-side-encryption-customer-algorithm: AES256, NotImplemented",
    "x-amz-object-lock-mode: GOVERNANCE, NotImplemented",
    "x-amz-write-offset-bytes: 5, NotImplemented",
    "If-None-Match: \"abc\", NotImplemented",
    "If-Modified-Since: x, NotImplemented",
    "If-Unmodified-Since: x, NotImplemented",
    "x-amz-meta-: x, InvalidArgument",
    "Content-MD5: 5d41402abc4b2a76b9719d911017c592, InvalidDigest",
    "Content-MD5: XUFAKrxLKna5cZ2REBfFkg, InvalidDigest",
    "Content-MD5: , InvalidDigest",
    "x-amz-checksum-crc32: NhCmhg, InvalidRequest",
    "x-amz-checksum-crc32: NhCmhgAA, InvalidRequest",
    "x-amz-checksum-crc32: '', InvalidRequest",
    "x-amz-checksum-crc32: NhCmhg==-2, InvalidRequest",
    "x-amz-checksum-sha512: x, NotImplemented",
    "x-amz-trailer: x-amz-meta-a, InvalidRequest",
    "x-amz-trailer: x-amz-checksum-md5, NotImplemented",
    "x-amz-sdk-checksum-algorithm: CRC32, InvalidRequest",
    "x-amz-sdk-checksum-algorithm: CRC33, InvalidRequest"
  })
  void refusesHeaders(String header, String failure) {
    assertThat(s3.failure("PUT /bucket/key", LENGTH, header).getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @Test
  void refusesSeveralChecksums() {
    assertThat(
            s3.failure(
                "PUT /bucket/key",
                LENGTH,
                "x-amz-checksum-crc32: NhCmhg==",
                "x-amz-checksum-sha1: qvTGHdzF6KLavt4PO0gs2a6pQ00="))
        .isInstanceOf(Failure.InvalidRequest.class);
    assertThat(
            s3.failure(
                "PUT /bucket/key",
                LENGTH,
                "x-amz-checksum-crc32: NhCmhg==",
                "x-amz-trailer: x-amz-checksum-crc32"))
        .isInstanceOf(Failure.InvalidRequest.class);
    assertThat(
            s3.failure(
                "PUT /bucket/key",
                LENGTH,
                "x-amz-checksum-crc32: NhCmhg==",
                "x-amz-sdk-checksum-algorithm: SHA256"))
        .isInstanceOf(Failure.InvalidRequest.class);
  }

  @Test
  void claimsTheDigestsOfTheHead() {
    Decoded<?> decoded =
        s3.decode(
            "PUT /bucket/key",
            LENGTH,
            "Content-MD5: " + MD5,
            "x-amz-checksum-crc32: NhCmhg==",
            "x-amz-sdk-checksum-algorithm: CRC32");

    Decoded.Rest.Data<?> data = (Decoded.Rest.Data<?>) decoded.rest();
    assertThat(data.limit()).isEqualTo(5L * 1024 * 1024 * 1024);
    assertThat(data.claims().list())
        .extracting(Claims.Claimed::algorithm)
        .containsExactly(DigestAlgorithm.MD5, DigestAlgorithm.CRC32);
    assertThat(data.claims().list().get(1).expected()).containsExactly(0x36, 0x10, 0xa6, 0x86);
  }

  @Test
  void wantsTheDigestOfTheTrailer() {
    PutObject input =
        put("x-amz-trailer: x-amz-checksum-crc64nvme", "x-amz-sdk-checksum-algorithm: CRC64NVME");

    assertThat(input.wanted()).isEqualTo(Set.of(DigestAlgorithm.CRC64NVME));
  }

  @Test
  void needsSomeLength() {
    assertThat(s3.failure("PUT /bucket/key")).isEqualTo(new Failure.MissingContentLength());
    assertThat(s3.input("PUT /bucket/key", "Transfer-Encoding: chunked"))
        .isInstanceOf(PutObject.class);
    assertThat(s3.failure("PUT /bucket/key", "Content-Length: 5368709121"))
        .isEqualTo(new Failure.EntityTooLarge(5368709121L, 5368709120L));
    assertThat(
            s3.failure(
                "PUT /bucket/key",
                "Transfer-Encoding: chunked",
                "x-amz-decoded-content-length: 5368709121"))
        .isEqualTo(new Failure.EntityTooLarge(5368709121L, 5368709120L));
    assertThat(
            s3.input(
                "PUT /bucket/key",
                "Content-Length: 5368709200",
                "x-amz-decoded-content-length: 5368709120"))
        .isInstanceOf(PutObject.class);
  }

  @Test
  void readsWriteConditions() {
    assertThat(put("If-None-Match: *").condition()).isEqualTo(new WriteCondition.IfAbsent());
    assertThat(put("If-Match: \"5D41402ABC4B2A76B9719D911017C592\"").condition())
        .isEqualTo(new WriteCondition.IfMatch(List.of(ETAG)));
    assertThat(put().condition()).isEqualTo(WriteCondition.NONE);
  }

  @Test
  void refusesVersionsOnWrites() {
    assertThat(s3.failure("PUT /bucket/key?versionId=null", LENGTH))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void answersAWriteWithItsDigests() {
    PutObjectResult result =
        new PutObjectResult(
            ETAG,
            NOON,
            5,
            List.of(
                Checksum.ofBytes(DigestAlgorithm.CRC32, new byte[] {0x36, 0x10, -90, -122}),
                Checksum.ofBytes(DigestAlgorithm.CRC64ECMA, new byte[8])));

    Answer answer = s3.answer(result, "PUT /bucket/key", LENGTH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().fields())
        .extracting(field -> field.name() + ": " + field.value())
        .containsExactly(
            "ETag: \"5d41402abc4b2a76b9719d911017c592\"",
            "x-amz-checksum-crc32: NhCmhg==",
            "x-amz-checksum-type: FULL_OBJECT");
  }

  @Test
  void readsDeletions() {
    assertThat(s3.input("DELETE /bucket/key?versionId=null"))
        .isEqualTo(new DeleteObject(new ObjectKey("key"), WriteCondition.NONE));
    assertThat(s3.input("DELETE /bucket/key", "If-Match: " + ETAG.value()))
        .isEqualTo(
            new DeleteObject(new ObjectKey("key"), new WriteCondition.IfMatch(List.of(ETAG))));
    assertThat(s3.answer(null, "DELETE /bucket/key").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-mfa: 20899872 301749, NotImplemented",
    "x-amz-bypass-governance-retention: true, NotImplemented",
    "x-amz-if-match-size: 5, NotImplemented",
    "x-amz-if-match-last-modified-time: x, NotImplemented",
    "If-None-Match: *, NotImplemented"
  })
  void refusesConditionsOfDeletionsThatAreNotBuilt(String header, String failure) {
    assertThat(s3.failure("DELETE /bucket/key", header).getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "versionId=, InvalidArgument",
    "versionId=abc, InvalidArgument",
    "versionId=3HL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY, NoSuchVersion"
  })
  void refusesVersionsThatCannotBe(String query, String failure) {
    assertThat(s3.failure("DELETE /bucket/key?" + query).getClass().getSimpleName())
        .isEqualTo(failure);
    assertThat(s3.failure("GET /bucket/key?" + query).getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @Test
  void readsTheListOfKeysToDelete() {
    String document =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
          <Quiet>true</Quiet>
          <Object><Key>a &amp; b</Key></Object>
          <Object><Key> c</Key><VersionId>null</VersionId><ETag>"%s"</ETag></Object>
        </Delete>
        """
            .formatted(ETAG.value());

    Object input = s3.inputOf(document, "POST /bucket?delete", "Content-MD5: " + MD5);

    assertThat(input)
        .isEqualTo(
            new DeleteObjects(
                List.of(
                    new Entry(new ObjectKey("a & b"), Optional.empty(), Optional.empty()),
                    new Entry(new ObjectKey(" c"), Optional.of("null"), Optional.of(ETAG))),
                true));
  }

  @Test
  void refusesAnObjectWithTwoKeys() {
    assertThat(
            s3.failureOf(
                "<Delete><Object><Key>a</Key><Key>b</Key></Object></Delete>",
                "POST /bucket?delete",
                "Content-MD5: " + MD5))
        .isInstanceOf(Failure.MalformedXml.class);
  }

  @Test
  void takesAThousandKeysAndNoMore() {
    String entry = "<Object><Key>" + "k".repeat(1024) + "</Key></Object>";

    Object input =
        s3.inputOf(
            "<Delete>" + entry.repeat(1000) + "</Delete>",
            "POST /bucket?delete",
            "x-amz-checksum-crc32: NhCmhg==");
    Failure failure =
        s3.failureOf(
            "<Delete>" + entry.repeat(1001) + "</Delete>",
            "POST /bucket?delete",
            "x-amz-checksum-crc32: NhCmhg==");

    assertThat(((DeleteObjects) input).entries()).hasSize(1000);
    assertThat(failure).isInstanceOf(Failure.MalformedXml.class);
  }

  @Test
  void refusesAListWithoutDigest() {
    assertThat(s3.failureOf("<Delete/>", "POST /bucket?delete"))
        .isInstanceOf(Failure.InvalidRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Delete/>",
        "<Delete><Object/></Delete>",
        "<Delete><Object><Key/></Object></Delete>",
        "<Delete><Objekt/></Delete>",
        "<Delete><Quiet>maybe</Quiet></Delete>",
        "<Delete><Object><Key>a</Key>",
        "<!DOCTYPE d [<!ENTITY e 'x'>]><Delete><Object><Key>&e;</Key></Object></Delete>",
        "no xml"
      })
  void refusesMalformedLists(String document) {
    assertThat(s3.failureOf(document, "POST /bucket?delete", "Content-MD5: " + MD5))
        .isInstanceOf(Failure.MalformedXml.class);
  }

  @Test
  void refusesAnEmptyList() {
    assertThat(s3.failureOf("", "POST /bucket?delete", "Content-MD5: " + MD5))
        .isEqualTo(new Failure.MissingBody());
  }

  @Test
  void writesTheOutcomeOfEachKey() {
    assertThat(deleted(false)).isEqualTo(S3Wire.golden("S3ObjectWriteCodecsTest_writesOutcomes"));
    assertThat(deleted(true)).isEqualTo(S3Wire.golden("S3ObjectWriteCodecsTest_writesQuietly"));
  }

  private String deleted(boolean quiet) {
    DeleteObjectsResult result =
        new DeleteObjectsResult(
            List.of(
                new Outcome(new ObjectKey("a"), Optional.empty(), Optional.empty()),
                new Outcome(
                    new ObjectKey("b"),
                    Optional.of("null"),
                    Optional.of(new Failure.PreconditionFailed("If-Match")))));
    String document = "<Delete><Quiet>" + quiet + "</Quiet><Object><Key>a</Key></Object></Delete>";
    Answer answer = s3.answerTo(document, result, "POST /bucket?delete", "Content-MD5: " + MD5);
    return S3Wire.document(answer).replaceAll(">\\s+<", "><");
  }
}
