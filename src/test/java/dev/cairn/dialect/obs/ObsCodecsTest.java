package dev.cairn.dialect.obs;

import static dev.cairn.dialect.obs.ObsWire.ALICE;
import static dev.cairn.dialect.obs.ObsWire.BUCKET;
import static dev.cairn.dialect.obs.ObsWire.NOON;
import static dev.cairn.dialect.obs.ObsWire.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.CreateBucketResult;
import dev.cairn.core.bucket.ListBucketsResult;
import dev.cairn.core.multipart.ListPartsResult;
import dev.cairn.core.multipart.UploadCatalog.UploadListing;
import dev.cairn.core.object.CopyResult;
import dev.cairn.core.object.DeleteObjectsResult;
import dev.cairn.core.object.GetObject;
import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.Listing;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.RangeSpec;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import dev.cairn.protocol.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two forms read and write otherwise than S3 and than each other. */
class ObsCodecsTest {
  private static final String ID = "DCD2FC98B4F70000013DF578ACA318E7";
  private static final ObjectMetadata COOL =
      ObjectMetadata.of(ContentHeaders.NONE, Map.of(), Optional.of(StorageClass.INFREQUENT_ACCESS));
  private static final Upload UPLOAD =
      new Upload(
          UploadId.parse(ID).orElseThrow(),
          new ObjectKey("objectkey"),
          NOON,
          ALICE,
          COOL,
          Optional.empty());
  private static final StoredObject OBJECT =
      new StoredObject(
          new ObjectId(new UUID(0, 1)),
          new ObjectKey("key"),
          5,
          new ETag("5d41402abc4b2a76b9719d911017c592"),
          NOON,
          COOL,
          List.of(),
          0);

  @ParameterizedTest
  @EnumSource(ObsForm.class)
  void writesAnInitiatedUpload(ObsForm form) {
    Answer answer = new ObsWire(form).answer(UPLOAD, "POST /bucket/objectkey?uploads");

    // The page's example, but for the names.
    assertGolden(answer, "ObsCodecsTest_writesAnInitiatedUpload");
  }

  @ParameterizedTest
  @EnumSource(ObsForm.class)
  void writesAListOfParts(ObsForm form) {
    Answer answer =
        new ObsWire(form)
            .answer(
                new ListPartsResult(UPLOAD, List.of(), false),
                "GET /bucket/objectkey?uploadId=" + ID);

    assertGolden(answer, "ObsCodecsTest_writesAListOfParts_" + form);
  }

  @ParameterizedTest
  @EnumSource(ObsForm.class)
  void writesObjects(ObsForm form) {
    Answer answer =
        new ObsWire(form)
            .answer(
                new ListObjectsResult(new Listing<>(List.of(OBJECT), List.of(), false, "")),
                "GET /bucket?prefix=k");

    assertGolden(answer, "ObsCodecsTest_writesObjects_" + form);
  }

  // The page of the form that is S3's prints them so, and no other page does.
  @ParameterizedTest
  @CsvSource({
    "S3, prefix=k, 5d41402abc4b2a76b9719d911017c592",
    "S3, list-type=2, \"5d41402abc4b2a76b9719d911017c592\"",
    "NATIVE, prefix=k, \"5d41402abc4b2a76b9719d911017c592\"",
  })
  void listsTagsWithoutQuotesWhereThePagePrintsThemSo(ObsForm form, String query, String eTag) {
    Answer answer =
        new ObsWire(form, true)
            .answer(
                new ListObjectsResult(new Listing<>(List.of(OBJECT), List.of(), false, "")),
                "GET /bucket?" + query);

    assertThat(ObsWire.document(answer).replace("&#34;", "\"").replace("&quot;", "\""))
        .contains("<ETag>" + eTag + "</ETag>");
  }

  @ParameterizedTest
  @EnumSource(ObsForm.class)
  void writesBuckets(ObsForm form) {
    Answer answer =
        new ObsWire(form).answer(new ListBucketsResult(ALICE, List.of(BUCKET), false), "GET /");

    assertGolden(answer, "ObsCodecsTest_writesBuckets_" + form);
  }

  @Test
  void pagesBucketsForTheSdkThatAsks() {
    Answer answer =
        new ObsWire(ObsForm.NATIVE)
            .answer(
                new ListBucketsResult(ALICE, List.of(BUCKET), true), "GET /?max-keys=1&marker=a");

    assertThat(ObsWire.document(answer))
        .contains(
            "<IsTruncated>true</IsTruncated><Marker>a</Marker><MaxKeys>1</MaxKeys>"
                + "<NextMarker>bucket</NextMarker>");
  }

  @Test
  void hasNoBucketsOfAnotherType() {
    Answer answer =
        new ObsWire(ObsForm.NATIVE)
            .answer(
                new ListBucketsResult(ALICE, List.of(BUCKET), false),
                "GET /",
                "x-obs-bucket-type: POSIX");

    assertThat(ObsWire.document(answer)).contains("<Buckets></Buckets>");
  }

  @ParameterizedTest
  @EnumSource(ObsForm.class)
  void writesTheLocation(ObsForm form) {
    Bucket bucket = new Bucket(1, BUCKET.name(), ALICE, "eu-de", NOON);

    Answer answer = new ObsWire(form).answer(bucket, "GET /bucket?location");

    assertGolden(answer, "ObsCodecsTest_writesTheLocation_" + form);
  }

  @ParameterizedTest
  @CsvSource({
    "S3,     x-amz-bucket-region,   us-east-1",
    "S3,     x-obs-version,         3.0",
    "S3,     x-default-storage-class, STANDARD",
    "NATIVE, x-obs-bucket-location, us-east-1",
    "NATIVE, x-obs-version,         3.0",
    "NATIVE, x-obs-storage-class,   STANDARD",
  })
  void describesABucketInHeaders(ObsForm form, String name, String value) {
    Answer answer = new ObsWire(form).answer(BUCKET, "HEAD /bucket");

    assertThat(answer.headers().first(name)).contains(value);
  }

  @ParameterizedTest
  @EnumSource(ObsForm.class)
  void writesACopiedPart(ObsForm form) {
    String prefix = ObsVocabulary.of(form).headerPrefix();
    CopyResult copied = new CopyResult(OBJECT.eTag(), NOON, List.of());

    Answer answer =
        new ObsWire(form)
            .answer(
                copied,
                "PUT /bucket/k?partNumber=1&uploadId=" + ID,
                prefix + "copy-source: /bucket/s");

    assertThat(ObsWire.document(answer))
        .contains(
            "<CopyPartResult xmlns=\"http://obs.example.com/doc/2015-06-30/\">"
                + "<LastModified>2026-03-01T12:00:00.123Z</LastModified>"
                + "<ETag>&quot;5d41402abc4b2a76b9719d911017c592&quot;</ETag></CopyPartResult>");
  }

  @ParameterizedTest
  @EnumSource(ObsForm.class)
  void quietDeletionsAnswerAnEmptyElement(ObsForm form) {
    Answer answer =
        new ObsWire(form)
            .answerTo(
                "<Delete><Quiet>true</Quiet><Object><Key>k</Key></Object></Delete>",
                new DeleteObjectsResult(List.of()),
                "POST /bucket?delete",
                "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==");

    assertThat(ObsWire.document(answer))
        .endsWith("<DeleteResult xmlns=\"http://obs.example.com/doc/2015-06-30/\"></DeleteResult>");
  }

  @ParameterizedTest
  @CsvSource({
    "S3,     <LocationConstraint>eu-de</LocationConstraint>",
    "NATIVE, <Location>eu-de</Location>",
    "NATIVE, <LocationConstraint>eu-de</LocationConstraint>",
  })
  void readsTheRegionOfABucket(ObsForm form, String element) {
    Object input =
        new ObsWire(form)
            .inputOf(
                "<CreateBucketConfiguration>" + element + "</CreateBucketConfiguration>",
                "PUT /bucket");

    assertThat(input).isEqualTo(new CreateBucket(new BucketName("bucket"), "eu-de"));
  }

  @Test
  void makesOnesOwnBucketAgain() {
    Answer answer =
        new ObsWire(ObsForm.NATIVE).answer(new CreateBucketResult(BUCKET, false), "PUT /bucket");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().first("Location")).contains("/bucket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "UPPER", "-ab", "ab-", "a..b", "a.-b", "a-.b", "192.168.0.1"})
  void refusesNamesThatNoBucketHas(String name) {
    Failure failure = new ObsWire(ObsForm.NATIVE).failure("PUT /" + name);

    assertThat(failure).isEqualTo(new Failure.InvalidBucketName(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-9  | true
          bytes=-5   | true
          bytes=9-0  | false
          bytes=a-b  | false
          lines=1-2  | false
          0-9        | false
          """)
  void readsTheWholeObjectForARangeThatIsNone(String range, boolean isOne) {
    GetObject input = (GetObject) new ObsWire(ObsForm.S3).input("GET /bucket/k", "Range: " + range);

    assertThat(input.range().isPresent()).isEqualTo(isOne);
    assertThat(input.range()).isNotEqualTo(Optional.of(new RangeSpec.Suffix(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "S3,     x-amz-storage-class, STANDARD_IA, ''",
    "S3,     x-amz-storage-class, WARM,        InvalidStorageClass",
    "S3,     x-amz-storage-class, standard,    InvalidStorageClass",
    "S3,     x-amz-storage-class, GLACIER,     ''",
    "NATIVE, x-obs-storage-class, WARM,        ''",
    "NATIVE, x-obs-storage-class, STANDARD_IA, InvalidStorageClass",
    "NATIVE, x-obs-storage-class, COLD,        ''",
    "NATIVE, x-obs-storage-class, DEEP_ARCHIVE, ''",
    "S3,     x-amz-acl,           private,     ''",
    "S3,     x-amz-acl,           public-read, ''",
    "S3,     x-amz-grant-read,    id=a,        NotImplemented",
    "S3,     x-amz-acl,           nonsense,    InvalidArgument",
    "NATIVE, x-obs-acl,           public-read-delivered, InvalidArgument",
    "S3,     x-amz-acl,           public-read-delivered, InvalidArgument",
    "S3,     x-amz-server-side-encryption, AES256,  InvalidEncryptionAlgorithm",
    "S3,     x-amz-server-side-encryption, aws:kms, NotImplemented",
    "NATIVE, x-obs-server-side-encryption, AES256,  NotImplemented",
    "NATIVE, x-obs-server-side-encryption, kms,     NotImplemented",
    "NATIVE, x-obs-server-side-encryption, aws:kms, InvalidEncryptionAlgorithm",
    "S3,     x-amz-server-side-encryption-aws-kms-key-id, x, NotImplemented",
    "S3,     x-amz-server-side-encryption-customer-algorithm, AES256, NotImplemented",
    "S3,     x-amz-object-lock-mode, COMPLIANCE, NotImplemented",
    "S3,     x-amz-object-lock-retain-until-date, 2015-07-01T04:11:15Z, NotImplemented",
    "S3,     x-amz-website-redirect-location, /a, ''",
    "S3,     x-amz-website-redirect-location, www.example.com, InvalidRedirectLocation",
    "NATIVE, x-obs-website-redirect-location, https://a, ''",
    "NATIVE, x-obs-website-redirect-location, ftp://a, InvalidRedirectLocation",
    "NATIVE, x-obs-expires,       3,           NotImplemented",
    "S3,     x-amz-tagging,       a=b,         NotImplemented",
    "NATIVE, x-obs-tagging,       a=b,         ''",
    "NATIVE, x-obs-tagging,       a=b*,        InvalidTag",
    "NATIVE, x-obs-grant-read,    id=a,        ''",
    "NATIVE, x-obs-grant-read,    uri=a,       InvalidArgument",
    "NATIVE, x-obs-grant-read-delivered, id=a, NotImplemented",
    "NATIVE, success-action-redirect, http://a, NotImplemented",
  })
  void takesOrRefusesAHeaderOfInitiateAndPut(
      ObsForm form, String name, String value, String failure) {
    ObsWire wire = new ObsWire(form);
    String header = name + ": " + value;

    if (failure.isEmpty()) {
      assertThat(wire.input("POST /bucket/k?uploads", header)).isNotNull();
      assertThat(wire.input("PUT /bucket/k", header, "Content-Length: 0")).isNotNull();
    } else {
      assertThat(wire.failure("POST /bucket/k?uploads", header).getClass().getSimpleName())
          .isEqualTo(failure);
      assertThat(
              wire.failure("PUT /bucket/k", header, "Content-Length: 0").getClass().getSimpleName())
          .isEqualTo(failure);
    }
  }

  @ParameterizedTest
  @CsvSource({"S3, 2048, true", "S3, 2049, false", "NATIVE, 8192, true", "NATIVE, 8193, false"})
  void limitsMetadata(ObsForm form, int bytes, boolean taken) {
    String name = ObsVocabulary.of(form).metadataPrefix() + "m";
    String header = name + ":" + "v".repeat(bytes - 1);
    ObsWire wire = new ObsWire(form);

    if (taken) {
      assertThat(wire.input("PUT /bucket/k", header, "Content-Length: 0")).isNotNull();
    } else {
      assertThat(wire.failure("PUT /bucket/k", header, "Content-Length: 0"))
          .isEqualTo(new Failure.MetadataTooLarge(bytes, bytes - 1));
    }
  }

  @Test
  void writesUploads() {
    Answer answer =
        new ObsWire(ObsForm.NATIVE)
            .answer(
                new UploadListing(
                    new Listing<>(List.of(UPLOAD), List.of(), false, ""), Optional.empty()),
                "GET /bucket?uploads");

    assertThat(ObsWire.document(answer))
        .contains("<Initiator><ID>domainID/alice-id:userID/alice-id</ID></Initiator>")
        .contains("<Owner><ID>alice-id</ID></Owner>")
        .contains("<StorageClass>WARM</StorageClass>");
  }
}
