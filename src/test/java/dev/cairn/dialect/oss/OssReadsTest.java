package dev.cairn.dialect.oss;

import static dev.cairn.dialect.oss.OssWire.ALICE;
import static dev.cairn.dialect.oss.OssWire.BUCKET;
import static dev.cairn.dialect.oss.OssWire.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.Content;
import dev.cairn.core.bucket.ListBucketsResult;
import dev.cairn.core.object.DeleteObjectsResult;
import dev.cairn.core.object.DeleteObjectsResult.Outcome;
import dev.cairn.core.object.GetObject;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.core.object.ListObjects;
import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.Listing;
import dev.cairn.core.object.RangeMisfit;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.RangeSpec;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OSS answers to readers, and when it fails. */
class OssReadsTest {
  private static final String HEX = "5d41402abc4b2a76b9719d911017c592";

  private final OssWire oss = new OssWire();

  @Test
  void describesAnObject() {
    Answer answer =
        oss.answer(
            new GetObjectResult(object("key", 0, HEX), Optional.empty(), Content.EMPTY),
            "HEAD /bucket/key");

    Headers headers = answer.headers();
    assertThat(headers.first("ETag")).contains("\"5D41402ABC4B2A76B9719D911017C592\"");
    assertThat(headers.first("Content-Type")).contains("application/octet-stream");
    assertThat(headers.first("Content-MD5")).contains("XUFAKrxLKna5cZ2REBfFkg==");
    assertThat(headers.first("x-oss-hash-crc64ecma")).contains("1");
    assertThat(headers.first("x-oss-object-type")).contains("Normal");
    assertThat(headers.first("x-oss-storage-class")).contains("Standard");
  }

  @Test
  void hasNoMd5OfAnAssembledObject() {
    Answer answer =
        oss.answer(
            new GetObjectResult(object("key", 2, HEX + "-2"), Optional.empty(), Content.EMPTY),
            "HEAD /bucket/key");

    assertThat(answer.headers().has("Content-MD5")).isFalse();
    assertThat(answer.headers().first("x-oss-object-type")).contains("Multipart");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, '', WHOLE, true",
    "bytes=0-9, standard, REFUSED, true",
    "'bytes=0-1,4-5', '', WHOLE, false",
    "bytes=x, standard, REFUSED, false",
  })
  void readsRanges(String range, String behaviour, RangeMisfit misfit, boolean counts) {
    GetObject input =
        (GetObject)
            oss.input("GET /bucket/key", "Range: " + range, "x-oss-range-behavior: " + behaviour);

    assertThat(input.misfit()).isEqualTo(misfit);
    assertThat(input.range().isPresent()).isEqualTo(counts);
    if (counts) {
      assertThat(input.range()).contains(new RangeSpec.FirstLast(0, 9));
    }
  }

  @Test
  void listsAHundredObjectsAPage() {
    ListObjects input = (ListObjects) oss.input("GET /bucket?prefix=");

    assertThat(input.range().limit()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "x"})
  void refusesPagesThatItDoesNotServe(String size) {
    assertThat(oss.failure("GET /bucket?max-keys=" + size))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void listsObjects() {
    ListObjectsResult page =
        new ListObjectsResult(
            new Listing<>(List.of(object("a b", 0, HEX)), List.of("p/"), true, "p/"));

    Answer answer =
        oss.answer(page, "GET /bucket?max-keys=2&delimiter=/&encoding-type=url&marker=%2B");

    assertThat(OssWire.document(answer))
        .endsWith(
            """
            <ListBucketResult><Name>bucket</Name><Prefix></Prefix><Marker>%2B</Marker>\
            <MaxKeys>2</MaxKeys><Delimiter>/</Delimiter><EncodingType>url</EncodingType>\
            <IsTruncated>true</IsTruncated><NextMarker>p/</NextMarker>\
            <Contents><Key>a+b</Key><LastModified>2026-03-01T12:00:00.123Z</LastModified>\
            <ETag>&quot;5D41402ABC4B2A76B9719D911017C592&quot;</ETag><Type>Normal</Type>\
            <Size>5</Size><StorageClass>Standard</StorageClass>\
            <Owner><ID>alice-id</ID><DisplayName>Alice</DisplayName></Owner></Contents>\
            <CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes></ListBucketResult>""");
  }

  @Test
  void listsBuckets() {
    Answer answer =
        oss.answer(
            new ListBucketsResult(ALICE, List.of(BUCKET), false),
            "GET /",
            "Host: oss-cn-hangzhou.aliyuncs.com");

    assertThat(OssWire.document(answer))
        .endsWith(
            """
            <ListAllMyBucketsResult><Owner><ID>alice-id</ID><DisplayName>Alice</DisplayName>\
            </Owner><Buckets><Bucket><CreationDate>2026-03-01T12:00:00.123Z</CreationDate>\
            <ExtranetEndpoint>oss-cn-hangzhou.aliyuncs.com</ExtranetEndpoint>\
            <IntranetEndpoint>oss-cn-hangzhou.aliyuncs.com</IntranetEndpoint>\
            <Location>oss-us-east-1</Location><Name>bucket</Name><Region>us-east-1</Region>\
            <StorageClass>Standard</StorageClass></Bucket></Buckets>\
            </ListAllMyBucketsResult>""");
  }

  @Test
  void tellsAllOfABucket() {
    Answer answer = oss.answer(BUCKET, "GET /?bucketInfo", "Host: bucket.oss.localhost:9000");

    assertThat(OssWire.document(answer))
        .contains("<ExtranetEndpoint>oss.localhost:9000</ExtranetEndpoint>")
        .contains("<AccessControlList><Grant>private</Grant></AccessControlList>")
        .endsWith("</Bucket></BucketInfo>");
  }

  private static final String DELETE =
      "<Delete><Quiet>%s</Quiet><Object><Key>a b</Key></Object></Delete>";
  private static final String DELETE_LINE = "POST /bucket?delete&encoding-type=url";
  private static final String MD5 = "Content-MD5: XUFAKrxLKna5cZ2REBfFkg==";

  @Test
  void answersADeletion() {
    DeleteObjectsResult done =
        new DeleteObjectsResult(
            List.of(new Outcome(new ObjectKey("a b"), Optional.empty(), Optional.empty())));

    assertThat(OssWire.document(oss.answerTo(DELETE.formatted("false"), done, DELETE_LINE, MD5)))
        .endsWith(
            "<DeleteResult><EncodingType>url</EncodingType><Deleted><Key>a+b</Key></Deleted>"
                + "</DeleteResult>");
    assertThat(oss.answerTo(DELETE.formatted("true"), done, DELETE_LINE, MD5).payload())
        .isInstanceOf(Answer.Payload.None.class);
  }

  @Test
  void writesAnError() {
    Answer answer =
        oss.refusal(
            new Failure.NoSuchKey(new ObjectKey("k")), "GET /k", "Host: bucket.oss.localhost");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(OssWire.document(answer))
        .endsWith(
            "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
                + "<RequestId>5C06A3B68000000000000000</RequestId>"
                + "<HostId>bucket.oss.localhost</HostId><Key>k</Key></Error>");
  }

  @Test
  void hidesTheErrorOfAHeadInAHeader() {
    Answer answer = oss.refusal(new Failure.NoSuchKey(new ObjectKey("k")), "HEAD /bucket/k");

    String document =
        new String(
            Base64.getDecoder().decode(answer.headers().first("x-oss-err").orElseThrow()),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(document).contains("<Code>NoSuchKey</Code>");
    assertThat(answer.payload()).isInstanceOf(Answer.Payload.None.class);
  }

  @Test
  void saysThatACopysSourceIsUnchanged() {
    Failure unmet = new Failure.PreconditionFailed("copy-source-if-none-match");

    assertThat(oss.refusal(unmet, "PUT /bucket/k").status()).isEqualTo(304);
    assertThat(oss.refusal(unmet, "PUT /bucket/k?partNumber=1&uploadId=U").status()).isEqualTo(412);
    assertThat(oss.refusal(new Failure.PreconditionFailed("If-Match"), "PUT /bucket/k").status())
        .isEqualTo(412);
  }

  @ParameterizedTest
  @CsvSource({
    "400, NotImplemented",
    "409, FileAlreadyExists",
    "400, InvalidObjectName",
    "400, InvalidArgument",
    "400, InvalidDigest",
    "400, RequestTimeout",
    "411, MissingContentLength",
  })
  void hasItsOwnCodes(int status, String code) {
    Failure failure =
        switch (code) {
          case "NotImplemented" -> new Failure.NotImplemented("x");
          case "FileAlreadyExists" -> new Failure.PreconditionFailed("If-None-Match");
          case "InvalidObjectName" -> new Failure.KeyTooLong(1024, 1023);
          case "InvalidArgument" -> new Failure.EntityTooLarge(2, 1);
          case "InvalidDigest" ->
              new Failure.BadDigest(
                  Failure.BadDigest.Claim.CONTENT_MD5,
                  DigestAlgorithm.MD5,
                  new byte[16],
                  new byte[16]);
          case "RequestTimeout" -> new Failure.BodyTimeout(java.time.Duration.ofSeconds(1));
          default -> new Failure.MissingContentLength();
        };

    Answer answer = oss.refusal(failure, "PUT /bucket/k");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(OssWire.document(answer)).contains("<Code>" + code + "</Code>");
  }

  private static StoredObject object(String key, int parts, String eTag) {
    byte[] one = {0, 0, 0, 0, 0, 0, 0, 1};
    return new StoredObject(
        new ObjectId(new UUID(0, 0)),
        new ObjectKey(key),
        5,
        new ETag(eTag),
        NOON,
        ObjectMetadata.NONE,
        List.of(Checksum.ofBytes(DigestAlgorithm.CRC64ECMA, one)),
        parts);
  }
}
