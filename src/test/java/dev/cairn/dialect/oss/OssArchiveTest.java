package dev.cairn.dialect.oss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.ListBucketsResult;
import dev.cairn.core.object.RestoreObject;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StorageClass;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes of buckets, and archived objects, as OSS has them. */
class OssArchiveTest {
  private static final String RESTORE = "POST /bucket/key?restore";
  private static final Bucket COLD =
      new Bucket(
          1,
          new BucketName("bucket"),
          OssWire.ALICE,
          "",
          OssWire.NOON,
          Acl.PRIVATE,
          Optional.of(StorageClass.DEEP_ARCHIVE));

  private final OssWire oss = new OssWire();

  @Test
  void makesABucketOfAClass() {
    CreateBucket input =
        (CreateBucket)
            oss.inputOf(
                "<CreateBucketConfiguration><StorageClass>IA</StorageClass>"
                    + "<DataRedundancyType>LRS</DataRedundancyType></CreateBucketConfiguration>",
                "PUT /bucket");

    assertThat(input.settings().storageClass()).contains(StorageClass.INFREQUENT_ACCESS);
    assertThat(
            oss.failureOf(
                "<CreateBucketConfiguration><StorageClass>COLD</StorageClass>"
                    + "</CreateBucketConfiguration>",
                "PUT /bucket"))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void showsTheClassOfABucket() {
    String info = OssWire.document(oss.answer(COLD, "GET /bucket?bucketInfo"));
    String list =
        OssWire.document(
            oss.answer(new ListBucketsResult(OssWire.ALICE, List.of(COLD), false), "GET /"));

    assertThat(info).contains("<StorageClass>ColdArchive</StorageClass>");
    assertThat(list).contains("<StorageClass>ColdArchive</StorageClass>");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "<RestoreRequest/>, 1",
    "<RestoreRequest><Days>7</Days></RestoreRequest>, 7",
    "<RestoreRequest><Days>2</Days><JobParameters><Tier>Bulk</Tier></JobParameters>"
        + "</RestoreRequest>, 2",
  })
  void restoresForADayUnlessTold(String document, int days) {
    RestoreObject input = (RestoreObject) oss.inputOf(document, RESTORE);

    assertThat(input.days()).isEqualTo(days);
    assertThat(input.terms())
        .isEqualTo(new RestoreObject.Terms(7, 365, false, RestoreObject.Shortening.IGNORED));
  }

  @ParameterizedTest
  @CsvSource({
    "<RestoreRequest><Days>a</Days></RestoreRequest>",
    "<RestoreRequest><RestoreJob/></RestoreRequest>",
    "<RestoreRequest><JobParameters><Tier>Slow</Tier></JobParameters></RestoreRequest>",
  })
  void refusesADocument(String document) {
    assertThat(oss.failureOf(document, RESTORE)).isInstanceOf(Failure.MalformedXml.class);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /bucket/key, 403, InvalidObjectState",
    "PUT /bucket/copy, 403, InvalidObjectState",
    "PUT /bucket/copy?partNumber=1&uploadId=u, 400, OperationNotSupported",
  })
  void refusesToReadAnArchive(String line, int status, String code) {
    Failure failure = new Failure.InvalidObjectState(new ObjectKey("key"), StorageClass.ARCHIVE);

    var answer = oss.refusal(failure, line);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(OssWire.document(answer)).contains("<Code>" + code + "</Code>");
  }

  @Test
  void cannotRestoreWhatIsNotArchived() {
    var error = OssErrors.of(new Failure.NotArchived(new ObjectKey("k"), StorageClass.STANDARD));

    assertThat(error.code() + error.status()).isEqualTo("OperationNotSupported400");
  }
}
