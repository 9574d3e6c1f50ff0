package dev.cairn.dialect.obs;

import static dev.cairn.dialect.obs.ObsWire.ALICE;
import static dev.cairn.dialect.obs.ObsWire.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.PutBucketStorageClass;
import dev.cairn.core.object.RestoreObject;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StorageClass;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The class of a bucket's objects and the restoration of cold ones, in both forms. */
class ObsStorageClassTest {
  private static final Bucket WARM =
      new Bucket(
          1,
          new BucketName("bucket"),
          ALICE,
          "",
          NOON,
          Acl.PRIVATE,
          Optional.of(StorageClass.INFREQUENT_ACCESS));

  @ParameterizedTest
  @CsvSource({
    "S3,     x-default-storage-class, GLACIER, ARCHIVE",
    "S3,     x-default-storage-class, STANDARD, STANDARD",
    "NATIVE, x-obs-storage-class,     COLD,    ARCHIVE",
    "NATIVE, x-obs-storage-class,     WARM,    INFREQUENT_ACCESS",
  })
  void makesABucketOfAClass(ObsForm form, String header, String word, StorageClass expected) {
    CreateBucket input =
        (CreateBucket) new ObsWire(form).input("PUT /bucket", header + ": " + word);

    assertThat(input.settings().storageClass()).contains(expected);
    assertThat(((CreateBucket) new ObsWire(form).input("PUT /bucket")).settings().storageClass())
        .isEmpty();
    assertThat(new ObsWire(form).failure("PUT /bucket", header + ": HOT"))
        .isInstanceOf(Failure.InvalidStorageClass.class);
  }

  @ParameterizedTest
  @CsvSource({
    "S3,     x-default-storage-class, STANDARD_IA",
    "NATIVE, x-obs-storage-class,     WARM",
  })
  void showsTheClassOfABucket(ObsForm form, String header, String word) {
    assertThat(new ObsWire(form).answer(WARM, "HEAD /bucket").headers().first(header))
        .contains(word);
  }

  @ParameterizedTest
  @CsvSource({
    "S3,     storagePolicy, <StoragePolicy|><DefaultStorageClass>STANDARD_IA</DefaultStorageClass>"
        + "</StoragePolicy>",
    "NATIVE, storagePolicy, <StoragePolicy|><DefaultStorageClass>WARM</DefaultStorageClass>"
        + "</StoragePolicy>",
    "NATIVE, storageClass,  <StorageClass|>WARM</StorageClass>",
  })
  void readsAndWritesTheSetting(ObsForm form, String key, String document) {
    ObsWire wire = new ObsWire(form);

    Object input = wire.inputOf(document.replace("|", ""), "PUT /bucket?" + key);
    String answer = ObsWire.document(wire.answer(WARM, "GET /bucket?" + key));

    assertThat(input).isEqualTo(new PutBucketStorageClass(StorageClass.INFREQUENT_ACCESS));
    assertThat(answer)
        .endsWith(
            document.replace("|", " xmlns=\"http://obs.example.com/doc/2015-06-30/\"").strip());
  }

  @ParameterizedTest
  @CsvSource({
    "storageClass,  '', MissingBody",
    "storageClass,  <StorageClass>HOT</StorageClass>, InvalidStorageClass",
    "storageClass,  <StorageClass>STANDARD_IA</StorageClass>, InvalidStorageClass",
    "storageClass,  <StoragePolicy/>, MalformedXml",
    "storagePolicy, <StoragePolicy/>, MalformedXml",
    "storagePolicy, <StoragePolicy><Class>COLD</Class></StoragePolicy>, MalformedXml",
  })
  void refusesASetting(String key, String document, String failure) {
    ObsWire wire = new ObsWire(ObsForm.NATIVE);

    assertThat(wire.failureOf(document, "PUT /bucket?" + key).getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "S3,     GlacierJobParameters, Bulk,      true",
    "S3,     RestoreJob,           Expedited, false",
    "NATIVE, RestoreJob,           Expedited, true",
    "NATIVE, RestoreJob,           Bulk,      false",
    "NATIVE, GlacierJobParameters, Standard,  false",
  })
  void restoresInTheWordsOfTheForm(ObsForm form, String job, String tier, boolean taken) {
    ObsWire wire = new ObsWire(form);
    String document =
        "<RestoreRequest><Days>2</Days><%1$s><Tier>%2$s</Tier></%1$s></RestoreRequest>"
            .formatted(job, tier);

    if (taken) {
      RestoreObject input = (RestoreObject) wire.inputOf(document, "POST /bucket/key?restore");
      assertThat(input.days()).isEqualTo(2);
      assertThat(input.terms().mostDays()).isEqualTo(30);
    } else {
      assertThat(wire.failureOf(document, "POST /bucket/key?restore"))
          .isInstanceOf(Failure.MalformedXml.class);
    }
  }

  @Test
  void tellsWhatCannotBeRestored() {
    ObjectKey key = new ObjectKey("k");
    ObsErrors errors = new ObsErrors(ObsForm.NATIVE);

    var notCold = errors.of(new Failure.NotArchived(key, StorageClass.STANDARD));
    var shorter = errors.of(new Failure.RestorationShortened(key));
    var ongoing = errors.of(new Failure.RestoreInProgress(key));

    assertThat(notCold.code() + notCold.status()).isEqualTo("InvalidObjectState403");
    assertThat(shorter.code() + shorter.status()).isEqualTo("ObjectHasAlreadyRestored409");
    assertThat(ongoing.code() + ongoing.status()).isEqualTo("RestoreAlreadyInProgress409");
  }
}
