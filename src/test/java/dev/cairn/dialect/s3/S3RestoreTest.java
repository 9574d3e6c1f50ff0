package dev.cairn.dialect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.Content;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.Listing;
import dev.cairn.core.object.RestoreObject;
import dev.cairn.core.object.RestoreObjectResult;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.Restoration;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archived objects as S3 asks for them and shows them. */
class S3RestoreTest {
  private static final String RESTORE = "POST /bucket/key?restore";
  private static final Instant EXPIRY = Instant.parse("2012-12-21T00:00:00Z");

  private final S3Wire s3 = new S3Wire();

  @Test
  void readsARestoreRequest() {
    RestoreObject input =
        (RestoreObject)
            s3.inputOf(
                "<RestoreRequest xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Days>3</Days>"
                    + "<GlacierJobParameters><Tier>Bulk</Tier></GlacierJobParameters>"
                    + "</RestoreRequest>",
                RESTORE + "&versionId=null");

    assertThat(input.key()).isEqualTo(new ObjectKey("key"));
    assertThat(input.days()).isEqualTo(3);
    assertThat(input.terms().untilMidnight()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', MissingBody",
    "<RestoreRequest/>, MalformedXml",
    "<Restore><Days>1</Days></Restore>, MalformedXml",
    "<RestoreRequest><Days>many</Days></RestoreRequest>, MalformedXml",
    "<RestoreRequest><Days>1</Days><Days>2</Days></RestoreRequest>, MalformedXml",
    "<RestoreRequest><Days>1</Days><RestoreJob/></RestoreRequest>, MalformedXml",
    "<RestoreRequest><Days>1</Days><GlacierJobParameters><Tier>Fast</Tier></GlacierJobParameters>"
        + "</RestoreRequest>, MalformedXml",
    "<RestoreRequest><Type>SELECT</Type></RestoreRequest>, NotImplemented",
    "<RestoreRequest><Days>1</Days><OutputLocation/></RestoreRequest>, NotImplemented",
  })
  void refusesARestoreRequest(String document, String failure) {
    assertThat(s3.failureOf(document, RESTORE).getClass().getSimpleName()).isEqualTo(failure);
  }

  @Test
  void answersWhatBeganAndWhatWasThere() {
    String document = "<RestoreRequest><Days>1</Days></RestoreRequest>";

    assertThat(s3.answerTo(document, new RestoreObjectResult(false), RESTORE).status())
        .isEqualTo(202);
    assertThat(s3.answerTo(document, new RestoreObjectResult(true), RESTORE).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | ongoing-request=\"true\"",
        "false | ongoing-request=\"false\", expiry-date=\"Fri, 21 Dec 2012 00:00:00 GMT\"",
      })
  void showsTheRestorationOfAnObject(boolean ongoing, String text) {
    StoredObject object = object(Optional.of(new Restoration(ongoing, EXPIRY)));
    var result = new GetObjectResult(object, Optional.empty(), Content.EMPTY);

    var headers = s3.answer(result, "HEAD /bucket/key").headers();

    assertThat(headers.first("x-amz-restore")).contains(text);
    assertThat(headers.first("x-amz-storage-class")).contains("GLACIER");
  }

  @Test
  void showsNoRestorationWhereThereIsNone() {
    var result = new GetObjectResult(object(Optional.empty()), Optional.empty(), Content.EMPTY);

    assertThat(s3.answer(result, "HEAD /bucket/key").headers().has("x-amz-restore")).isFalse();
  }

  @Test
  void listsRestorationsOnDemand() {
    StoredObject restored = object(Optional.of(new Restoration(false, EXPIRY)));
    ListObjectsResult page =
        new ListObjectsResult(new Listing<>(List.of(restored), List.of(), false, "key"));

    String asked =
        S3Wire.document(
            s3.answer(
                page,
                "GET /bucket?list-type=2",
                "x-amz-optional-object-attributes: RestoreStatus"));
    String unasked = S3Wire.document(s3.answer(page, "GET /bucket?list-type=2"));

    assertThat(asked)
        .contains(
            "<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress>"
                + "<RestoreExpiryDate>2012-12-21T00:00:00.000Z</RestoreExpiryDate></RestoreStatus>");
    assertThat(unasked).doesNotContain("RestoreStatus");
  }

  @Test
  void namesTheClassOfWhatCannotBeRead() {
    var error =
        S3Errors.of(
            new Failure.InvalidObjectState(new ObjectKey("k"), StorageClass.DEEP_COLD_ARCHIVE));

    assertThat(error.status()).isEqualTo(403);
    assertThat(error.code()).isEqualTo("InvalidObjectState");
    assertThat(error.facts().getFirst().text()).isEqualTo("DEEP_ARCHIVE");
  }

  private static StoredObject object(Optional<Restoration> restoration) {
    return new StoredObject(
        new ObjectId(new UUID(0, 1)),
        new ObjectKey("key"),
        5,
        new ETag("5d41402abc4b2a76b9719d911017c592"),
        S3Wire.NOON,
        ObjectMetadata.of(ContentHeaders.NONE, Map.of(), Optional.of(StorageClass.ARCHIVE)),
        List.of(),
        0,
        restoration);
  }
}
