package dev.cairn.dialect.s2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.Content;
import dev.cairn.core.multipart.ListParts;
import dev.cairn.core.multipart.UploadPart;
import dev.cairn.core.object.CopyObject;
import dev.cairn.core.object.CopyResult;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectResult;
import dev.cairn.model.Checksum;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S2CodecsTest {
  private static final ETag ETAG = new ETag("870c06c00566c4fb1861bb10f34d1904");
  private static final List<Checksum> CRC32 =
      List.of(Checksum.ofBytes(DigestAlgorithm.CRC32, new byte[] {0, (byte) 0xab, 3, 4}));
  private static final CopyResult COPIED =
      new CopyResult(ETAG, java.time.Instant.parse("2016-08-08T05:04:10Z"), CRC32);

  private static S2Wire put() {
    return S2Wire.request("PUT", "/k").with("Content-Length", "5");
  }

  private static S2Wire copyToPart() {
    return S2Wire.request("PUT", "/k?partNumber=1&uploadId=ID").with("x-amz-copy-source", "/b/k");
  }

  private static S2Wire copy() {
    return S2Wire.request("PUT", "/copy").with("x-amz-copy-source", "%2Fb%2Fk%20k");
  }

  private static StoredObject object(ObjectMetadata metadata) {
    return new StoredObject(
        new ObjectId(new UUID(0, 1)), new ObjectKey("k"), 5, ETAG, S2Wire.NOON, metadata, CRC32, 0);
  }

  private static Headers headersOfGet(ObjectMetadata metadata) {
    Content content = Content.EMPTY;
    return S2Wire.request("HEAD", "/k")
        .answer(new GetObjectResult(object(metadata), Optional.empty(), content))
        .headers();
  }

  @Test
  void answersACopyToAPartAsThePagePrintsIt() {
    Answer answer = copyToPart().with("User-Agent", "curl/8.5.0").answer(COPIED);

    assertThat(S2Wire.document(answer))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<CopyObjectResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<LastModified>Mon, 08 Aug 2016 05:04:10 GMT</LastModified>"
                + "<ETag>870c06c00566c4fb1861bb10f34d1904</ETag>"
                + "</CopyObjectResult>");
    assertThat(answer.headers().first("ETag")).contains("\"870c06c00566c4fb1861bb10f34d1904\"");
    assertThat(answer.headers().has("x-amz-meta-s2-crc32")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws-sdk-java/2.42.0 md/io#sync",
        "aws-sdk-java/1.12.797 Linux/6.1",
        "aws-sdk-go-v2/1.30.0 os/linux",
        "aws-sdk-js/3.600.0 ua/2.0",
        "aws-sdk-rust/1.3.3 os/linux"
      })
  void writesIsoDatesToSdksThatReadNothingElse(String agent) {
    Answer ofPart = copyToPart().with("User-Agent", agent).answer(COPIED);
    Answer ofObject = copy().with("User-Agent", agent).answer(COPIED);

    assertThat(S2Wire.document(ofPart))
        .contains("<CopyObjectResult ")
        .contains("<LastModified>2016-08-08T05:04:10.000Z</LastModified>");
    assertThat(S2Wire.document(ofObject))
        .contains("<LastModified>2016-08-08T05:04:10.000Z</LastModified>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws-sdk-js/2.1692.0", "Boto3/1.43.11", "aws-sdk-go/1.44.0"})
  void writesTheDateOfThePagesToOthers(String agent) {
    Answer answer = copy().with("User-Agent", agent).answer(COPIED);

    assertThat(S2Wire.document(answer))
        .contains("<LastModified>Mon, 08 Aug 2016 05:04:10 GMT</LastModified>")
        .contains("<ETag>870c06c00566c4fb1861bb10f34d1904</ETag>");
  }

  @Test
  void writesTheDateOfThePagesToEverybodyWhereThePagesRule() {
    Answer answer =
        copy().with("User-Agent", "aws-sdk-java/2.42.0").answer(S2Wire.dialect(true), COPIED);

    assertThat(S2Wire.document(answer)).contains("Mon, 08 Aug 2016 05:04:10 GMT");
  }

  @Test
  void readsASourceThatIsEncodedAsAWhole() {
    CopyObject input = (CopyObject) copy().input();

    assertThat(input.sourceKey()).isEqualTo(new ObjectKey("k k"));
    assertThat(copy().decode().source().orElseThrow().bucket().value()).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-copy-source-if-nonematch", "x-amz-copy-source-if-none-match"})
  void readsBothSpellingsOfNoneMatch(String header) {
    CopyObject input = (CopyObject) copy().with(header, ETAG.value()).input();

    assertThat(input.sourceConditions().ifNoneMatch()).contains(List.of(ETAG));
  }

  @Test
  void refusesTwoSpellingsThatDiffer() {
    Failure failure =
        copy()
            .with("x-amz-copy-source-if-nonematch", "\"a\"")
            .with("x-amz-copy-source-if-none-match", "\"b\"")
            .failure();

    assertThat(failure).isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void refusesACopyWithABody() {
    Failure failure = copy().with("Content-Length", "5000").failure();

    assertThat(failure).isInstanceOf(Failure.InvalidRequest.class);
  }

  @Test
  void wantsTheDigestThatReadersAreShown() {
    PutObject object = (PutObject) put().input();
    UploadPart part =
        (UploadPart)
            S2Wire.request("PUT", "/k?partNumber=2000&uploadId=ID")
                .with("Content-Length", "5")
                .input();

    assertThat(object.wanted()).contains(DigestAlgorithm.CRC32);
    assertThat(part.wanted()).contains(DigestAlgorithm.CRC32);
    assertThat(part.announced()).isEmpty();
  }

  @Test
  void answersAPutWithTheETagAlone() {
    Answer answer = put().answer(new PutObjectResult(ETAG, S2Wire.NOON, 5, CRC32));

    assertThat(answer.headers().fields())
        .containsExactly(new Headers.Field("ETag", "\"870c06c00566c4fb1861bb10f34d1904\""));
  }

  @Test
  void answersTheChecksumOfWhoSentOne() {
    Answer answer =
        put()
            .with("x-amz-checksum-crc32", "AKsDBA==")
            .answer(new PutObjectResult(ETAG, S2Wire.NOON, 5, CRC32));

    assertThat(answer.headers().first("x-amz-checksum-crc32")).contains("AKsDBA==");
  }

  @Test
  void dropsMetadataThatIsReserved() {
    PutObject input =
        (PutObject)
            put().with("x-amz-meta-s2-size", "99").with("x-amz-meta-colour", "blue").input();

    assertThat(input.metadata().user()).containsExactlyEntriesOf(Map.of("colour", "blue"));
  }

  @Test
  void showsReadersSizeCrcAndALongLife() {
    Headers headers = headersOfGet(ObjectMetadata.NONE);

    assertThat(headers.first("x-amz-meta-s2-size")).contains("5");
    assertThat(headers.first("x-amz-meta-s2-crc32")).contains("00ab0304");
    assertThat(headers.first("Cache-Control")).contains("max-age=31536000");
    assertThat(headers.first("ETag")).contains("\"870c06c00566c4fb1861bb10f34d1904\"");
    assertThat(headers.first("Accept-Ranges")).contains("bytes");
  }

  @Test
  void showsNoReservedMetadataThatAnotherDialectLetIn() {
    Headers headers =
        headersOfGet(
            ObjectMetadata.of(
                ContentHeaders.NONE,
                Map.of("s2-size", "99", "s2-other", "x", "a", "b"),
                Optional.of(StorageClass.INFREQUENT_ACCESS)));

    assertThat(headers.all("x-amz-meta-s2-size")).containsExactly("5");
    assertThat(headers.has("x-amz-meta-s2-other")).isFalse();
    assertThat(headers.first("x-amz-meta-a")).contains("b");
    assertThat(headers.first("x-amz-storage-class").orElse("STANDARD")).isEqualTo("STANDARD");
  }

  @Test
  void listsUpTo2048Parts() {
    ListParts asked = (ListParts) S2Wire.request("GET", "/k?uploadId=ID").input();
    ListParts tooMany = (ListParts) S2Wire.request("GET", "/k?uploadId=ID&max-parts=9999").input();

    assertThat(asked.limit()).isEqualTo(2048);
    assertThat(tooMany.limit()).isEqualTo(2048);
  }

  @ParameterizedTest
  @CsvSource({
    "0,       InvalidArgument",
    "2001,    InvalidArgument",
    "one,     InvalidArgument",
    "'',      InvalidArgument"
  })
  void refusesPartNumbers(String number, String code) {
    Failure failure =
        S2Wire.request("PUT", "/k?uploadId=ID&partNumber=" + number)
            .with("Content-Length", "1")
            .failure();

    assertThat(S2Errors.of(failure).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-storage-class, STANDARD_IA,          InvalidStorageClass",
    "x-amz-storage-class, GLACIER,              InvalidStorageClass",
    "x-amz-acl,           bucket-owner-read,    InvalidArgument",
    "x-amz-tagging,       a=b*,                 InvalidTag",
    "x-amz-server-side-encryption, AES256,      NotImplemented",
    "x-amz-object-lock-mode, GOVERNANCE,        NotImplemented",
    "x-amz-website-redirect-location, /a,       NotImplemented",
    "x-amz-meta-s2-directive,       REPLACE,    NotImplemented"
  })
  void refusesWhatIsNotBuiltOrNotThere(String header, String value, String code) {
    Failure failure = put().with(header, value).failure();

    assertThat(S2Errors.of(failure).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /?meta",
    "GET,  /?formatter=json&list-type=2",
    "POST, /k?restore",
    "GET,  /?versioning",
    "GET,  /?cors",
    "PUT,  /k?relax",
    "GET,  /?unheard-of",
    "GET,  /k?attributes"
  })
  void namesWhatIsNotBuilt(String method, String target) {
    S2Wire request = S2Wire.request(method, target);

    String code;
    try {
      var head = request.head();
      var codec = S2Wire.DIALECT.codecs().get(head.operation());
      code = codec == null ? "NotImplemented" : S2Errors.of(request.failure()).code();
    } catch (dev.cairn.model.FailureException e) {
      code = S2Errors.of(e.failure()).code();
    }

    assertThat(code).isEqualTo("NotImplemented");
  }

  @Test
  void takesMetadataOf64Kilobytes() {
    PutObject input = (PutObject) put().with("x-amz-meta-a", "v".repeat(65535)).input();

    assertThat(input.metadata().user().get("a")).hasSize(65535);
    assertThat(put().with("x-amz-meta-a", "v".repeat(65536)).failure())
        .isInstanceOf(Failure.MetadataTooLarge.class);
  }

  @Test
  void takesKeysOf512Bytes() {
    String longest = "/" + "k".repeat(512);

    assertThat(S2Wire.request("PUT", longest).with("Content-Length", "1").input())
        .isInstanceOf(PutObject.class);
    assertThat(S2Wire.request("PUT", longest + "k").with("Content-Length", "1").failure())
        .isEqualTo(new Failure.KeyTooLong(513, 512));
    assertThat(S2Wire.request("GET", longest + "k").decode()).isNotNull();
  }

  @Test
  void wantsToBeToldALength() {
    S2Wire put = S2Wire.request("PUT", "/k");

    assertThat(put.failure()).isInstanceOf(Failure.MissingContentLength.class);
    assertThat(put.with("Transfer-Encoding", "chunked").failure())
        .isInstanceOf(Failure.MissingContentLength.class);
    assertThat(
            put.with("Transfer-Encoding", "chunked")
                .with("x-amz-decoded-content-length", "5")
                .input())
        .isInstanceOf(PutObject.class);
  }

  @ParameterizedTest
  @CsvSource({"'', 5", "100, ''", "100, five"})
  void wantsSignedChunksToSayTheirLengths(String length, String decoded) {
    S2Wire put =
        S2Wire.request("PUT", "/k")
            .with("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
    S2Wire sized = length.isEmpty() ? put : put.with("Content-Length", length);

    Failure failure =
        (decoded.isEmpty() ? sized : sized.with("x-amz-decoded-content-length", decoded)).failure();

    assertThat(failure).isInstanceOf(Failure.InvalidRequest.class);
  }

  @ParameterizedTest
  @CsvSource({
    "bucket,           true",
    "my-bucket-1,      true",
    "xxx.foo.com.cn,   true",
    "12.foo.com,       true",
    "short,            false",
    "1bucket,          false",
    "-bucket,          false",
    "bucket-,          false",
    "Bucket,           false",
    "my_bucket,        false",
    "a..example.com,   false",
    "a.-b.example.com, false",
    "192.168.10.20,    false"
  })
  void namesBuckets(String name, boolean allowed) {
    S2Wire request = S2Wire.request("PUT", "/" + name).at("s2.localhost");

    if (allowed) {
      assertThat(request.input()).isNotNull();
    } else {
      assertThat(request.failure()).isInstanceOf(Failure.InvalidBucketName.class);
    }
  }
}
