package dev.cairn.dialect.s3;

import static dev.cairn.dialect.s3.S3Wire.NOON;
import static dev.cairn.dialect.s3.S3Wire.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.multipart.UploadPartCopy;
import dev.cairn.core.object.CopyObject;
import dev.cairn.core.object.CopyResult;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.dialect.Decoded;
import dev.cairn.model.AccountId;
import dev.cairn.model.BucketName;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StorageClass;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3CopyCodecsTest {
  private static final String SOURCE = "x-amz-copy-source: ";
  private static final CopyResult RESULT =
      new CopyResult(
          new ETag("5d41402abc4b2a76b9719d911017c592"),
          NOON,
          List.of(Checksum.ofBytes(DigestAlgorithm.CRC32, new byte[] {1, 2, 3, 4})));

  private final S3Wire s3 = new S3Wire();

  @ParameterizedTest
  @CsvSource({
    "src/a, src, a",
    "/src/a/b, src, a/b",
    "src//a, src, /a",
    "src/a%2Bb+c%20d%2F%25, src, a+b+c d/%",
    "src%2Fa, src, a",
    "src/a%3Fb, src, a?b",
    "src/a?versionId=null, src, a",
    "src/%D0%BA, src, к"
  })
  void readsSources(String header, String bucket, String key) {
    Decoded<?> decoded = s3.decode("PUT /bucket/key", SOURCE + header);

    assertThat(decoded.source())
        .contains(new Decoded.Source(new BucketName(bucket), new ObjectKey(key), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', InvalidArgument",
    "src, InvalidArgument",
    "src/, InvalidArgument",
    "//key, InvalidArgument",
    "src/%zz, InvalidArgument",
    "src/%ff, InvalidArgument",
    "src/a%00, InvalidArgument",
    "src/a?version=1, InvalidArgument",
    "src/a?versionId=1, InvalidArgument",
    "src/a?versionId=3HL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY, NoSuchVersion",
    "arn:aws:s3:us-west-2:1:accesspoint/x/object/y, NotImplemented",
    "bucket/key, InvalidRequest"
  })
  void refusesSources(String header, String failure) {
    assertThat(s3.failure("PUT /bucket/key", SOURCE + header).getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @Test
  void copiesWhatTheSourceSays() {
    CopyObject input =
        (CopyObject)
            s3.input(
                "PUT /bucket/key",
                SOURCE + "src/a",
                "Content-Type: text/ignored",
                "x-amz-copy-source-if-match: \"a\"",
                "x-amz-copy-source-if-nonematch: \"b\"",
                "x-amz-tagging-directive: COPY",
                "If-None-Match: *",
                "x-amz-checksum-algorithm: SHA256");

    assertThat(input.sourceKey()).isEqualTo(new ObjectKey("a"));
    assertThat(input.key()).isEqualTo(new ObjectKey("key"));
    assertThat(input.metadata()).isEmpty();
    assertThat(input.sourceConditions().ifMatch()).contains(List.of(new ETag("a")));
    assertThat(input.sourceConditions().ifNoneMatch()).contains(List.of(new ETag("b")));
    assertThat(input.condition()).isEqualTo(new WriteCondition.IfAbsent());
    assertThat(input.checksum()).contains(DigestAlgorithm.SHA256);
    assertThat(input.wanted()).isEmpty();
  }

  @Test
  void replacesMetadataOfTheSameObject() {
    CopyObject input =
        (CopyObject)
            s3.input(
                "PUT /bucket/key",
                SOURCE + "bucket/key",
                "x-amz-metadata-directive: REPLACE",
                "Content-Type: text/new",
                "x-amz-meta-a: b");

    assertThat(input.metadata().orElseThrow().headers().contentType()).contains("text/new");
    assertThat(input.metadata().orElseThrow().user()).containsEntry("a", "b");
  }

  @Test
  void changesTheClassOfTheSameObject() {
    CopyObject input =
        (CopyObject)
            s3.input("PUT /bucket/key", SOURCE + "bucket/key", "x-amz-storage-class: STANDARD_IA");

    assertThat(input.storageClass()).contains(StorageClass.INFREQUENT_ACCESS);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-metadata-directive: MERGE, InvalidArgument",
    "x-amz-metadata-directive: replace, InvalidArgument",
    "x-amz-tagging-directive: MERGE, InvalidArgument",
    "x-amz-checksum-algorithm: CRC33, InvalidRequest",
    "x-amz-checksum-algorithm: SHA512, NotImplemented",
    "x-amz-copy-source-server-side-encryption-customer-key: x, NotImplemented"
  })
  void refusesHeaders(String header, String failure) {
    assertThat(s3.failure("PUT /bucket/key", SOURCE + "src/a", header).getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @Test
  void refusesABodyThatIsNotEmpty() {
    assertThat(s3.failureOf("bytes", "PUT /bucket/key", SOURCE + "src/a", "Content-Length: 5"))
        .isInstanceOf(Failure.InvalidRequest.class);
    assertThat(s3.inputOf("", "PUT /bucket/key", SOURCE + "src/a", "Transfer-Encoding: chunked"))
        .isInstanceOf(CopyObject.class);
  }

  @Test
  void readsTheExpectedOwnerOfTheSource() {
    Decoded<?> decoded =
        s3.decode(
            "PUT /bucket/key",
            SOURCE + "src/a",
            "x-amz-source-expected-bucket-owner: bob",
            "x-amz-expected-bucket-owner: alice");

    assertThat(decoded.source().orElseThrow().expectedOwner()).contains(new AccountId("bob"));
    assertThat(decoded.expectedOwner()).contains(new AccountId("alice"));
  }

  @Test
  void readsPartCopies() {
    UploadPartCopy input =
        (UploadPartCopy)
            s3.input(
                "PUT /bucket/key?partNumber=3&uploadId=U",
                SOURCE + "bucket/key",
                "x-amz-copy-source-range: bytes=0-4");

    assertThat(input.sourceRange()).contains(new ByteRange(0, 4));
    assertThat(input.partNumber()).isEqualTo(3);
    assertThat(input.uploadId()).isEqualTo("U");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-", "bytes=-5", "0-4", "bytes=4-0", "bytes=a-b", "bytes=0-1,2-3"})
  void refusesRangesOfPartCopies(String range) {
    assertThat(
            s3.failure(
                "PUT /bucket/key?partNumber=3&uploadId=U",
                SOURCE + "src/a",
                "x-amz-copy-source-range: " + range))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void writesCopies() {
    assertGolden(
        s3.answer(RESULT, "PUT /bucket/key", SOURCE + "src/a"),
        "S3CopyCodecsTest_writesObjectCopy");
    assertGolden(
        s3.answer(RESULT, "PUT /bucket/key?partNumber=1&uploadId=U", SOURCE + "src/a"),
        "S3CopyCodecsTest_writesPartCopy");
  }
}
