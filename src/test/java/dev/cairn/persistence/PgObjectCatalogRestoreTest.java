package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.Call;
import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.Publication;
import dev.cairn.core.object.RestoreObject;
import dev.cairn.core.object.RestoreObject.Shortening;
import dev.cairn.core.object.RestoreObject.Terms;
import dev.cairn.core.object.RestoreObjectHandler;
import dev.cairn.core.object.RestoreObjectResult;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Restoration;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Restoring archived objects, and what becomes of it with time. */
class PgObjectCatalogRestoreTest extends ObjectCatalogSuite {
  private static final Terms TERMS = new Terms(30, 60, false, Shortening.DONE);

  private void archive(String key, StorageClass storageClass) {
    Publication sample = Samples.inline(bucket, key, "bytes");
    await(
        catalog.publish(
            List.of(
                new Publication(
                    bucket,
                    sample.key(),
                    sample.id(),
                    sample.content(),
                    sample.eTag(),
                    sample.metadata().withStorageClass(Optional.of(storageClass)),
                    sample.checksums(),
                    sample.condition()))));
  }

  private Uni<RestoreObjectResult> asking(int days, Terms terms, Duration delay) {
    Call call =
        new Call(
            new Caller.Authenticated(TestDatabase.OWNER, "AKID"),
            Optional.of(bucket),
            Optional.empty());
    return new RestoreObjectHandler(catalog, delay)
        .handle(call, new RestoreObject(new ObjectKey("a"), days, terms));
  }

  private RestoreObjectResult restore(int days) {
    return await(asking(days, TERMS, Duration.ZERO));
  }

  private StoredObject find() {
    return await(catalog.find(bucket, new ObjectKey("a"))).orElseThrow();
  }

  private void read() {
    await(
        catalog.open(
            bucket,
            new ObjectKey("a"),
            object -> {
              object.requireReadable();
              return new ObjectCatalog.Selection.Bytes(ByteRange.all(object.size()));
            }));
  }

  private static Failure failure(ThrowingCallable call) {
    FailureException thrown = catchThrowableOfType(FailureException.class, call);
    assertThat(thrown).as("a failure").isNotNull();
    return thrown.failure();
  }

  private void lapse() {
    database.run(
        "UPDATE objects SET restored_until = clock_timestamp() WHERE bucket_id = $1", bucket.id());
  }

  @Test
  void canBeReadOnceRestoredUntilItLapses() {
    // Given
    archive("a", StorageClass.ARCHIVE);
    assertThat(failure(this::read))
        .isEqualTo(new Failure.InvalidObjectState(new ObjectKey("a"), StorageClass.ARCHIVE));

    // When
    RestoreObjectResult first = restore(2);

    // Then
    assertThat(first.already()).isFalse();
    Restoration restoration = find().restoration().orElseThrow();
    assertThat(restoration.ongoing()).isFalse();
    assertThat(restoration.expiresAt())
        .isBetween(
            Instant.now().plus(Duration.ofHours(47)), Instant.now().plus(Duration.ofHours(49)));
    read();
    assertThat(restore(1).already()).isTrue();

    lapse();
    assertThat(find().restoration()).isEmpty();
    assertThat(failure(this::read)).isInstanceOf(Failure.InvalidObjectState.class);
    assertThat(restore(1).already()).isFalse();
    read();
  }

  @Test
  void takesItsTime() {
    // Given
    archive("a", StorageClass.DEEP_ARCHIVE);

    // When
    await(asking(1, TERMS, Duration.ofHours(1)));

    // Then
    assertThat(find().restoration().orElseThrow().ongoing()).isTrue();
    assertThat(failure(this::read)).isInstanceOf(Failure.InvalidObjectState.class);
    assertThat(failure(() -> restore(1)))
        .isEqualTo(new Failure.RestoreInProgress(new ObjectKey("a")));

    database.run(
        "UPDATE objects SET restored_from = clock_timestamp() WHERE bucket_id = $1", bucket.id());
    read();
    assertThat(restore(1).already()).isTrue();
  }

  @Test
  void refusesWhatIsNotArchivedOrNotThere() {
    // Given
    archive("a", StorageClass.INFREQUENT_ACCESS);

    // When / Then
    read();
    assertThat(failure(() -> restore(1))).isInstanceOf(Failure.NotArchived.class);
    await(
        catalog.delete(
            bucket, List.of(new ObjectKey("a")), Samples.inline(bucket, "a", "").condition()));
    assertThat(failure(() -> restore(1))).isInstanceOf(Failure.NoSuchKey.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ARCHIVE, 0, false",
    "ARCHIVE, -1, false",
    "ARCHIVE, 30, true",
    "ARCHIVE, 31, false",
    "DEEP_ARCHIVE, 60, true",
    "DEEP_COLD_ARCHIVE, 61, false",
  })
  void limitsTheDaysByClass(StorageClass storageClass, int days, boolean allowed) {
    // Given
    archive("a", storageClass);

    // When / Then
    if (allowed) {
      restore(days);
    } else {
      assertThat(failure(() -> restore(days))).isInstanceOf(Failure.InvalidArgument.class);
      assertThat(find().restoration()).isEmpty();
    }
  }

  @Test
  void endsAtMidnightWhereTheVendorHasIt() {
    // Given
    archive("a", StorageClass.ARCHIVE);

    // When
    await(asking(3, new Terms(30, 30, true, Shortening.DONE), Duration.ZERO));

    // Then
    Instant expiry = find().restoration().orElseThrow().expiresAt();
    assertThat(expiry.atOffset(ZoneOffset.UTC).toLocalTime())
        .isEqualTo(java.time.LocalTime.MIDNIGHT);
    assertThat(Duration.between(Instant.now(), expiry).toHours()).isBetween(71L, 96L);
  }

  @ParameterizedTest
  @CsvSource({"DONE, 1", "IGNORED, 5"})
  void isShortenedOrNot(Shortening shortening, long days) {
    // Given
    archive("a", StorageClass.ARCHIVE);
    restore(5);

    // When
    await(asking(1, new Terms(30, 30, false, shortening), Duration.ZERO));

    // Then
    assertThat(find().restoration().orElseThrow().expiresAt())
        .isCloseTo(
            Instant.now().plus(Duration.ofDays(days)),
            org.assertj.core.api.Assertions.within(1, ChronoUnit.HOURS));
  }

  @Test
  void isNotShortenedWhereThatIsRefused() {
    // Given
    archive("a", StorageClass.ARCHIVE);
    restore(5);
    Terms strict = new Terms(30, 30, false, Shortening.REFUSED);

    // When / Then
    assertThat(failure(() -> await(asking(1, strict, Duration.ZERO))))
        .isInstanceOf(Failure.RestorationShortened.class);
    assertThat(await(asking(6, strict, Duration.ZERO)).already()).isTrue();
  }

  @Test
  void ofTwoAtOnceOneBegins() {
    // Given
    archive("a", StorageClass.ARCHIVE);

    // When: another one is at it, and commits.
    var second =
        database.whileLocked(
            "UPDATE objects SET restored_from = clock_timestamp() + interval '1 hour',"
                + " restored_until = clock_timestamp() + interval '1 day' WHERE bucket_id = $1",
            bucket.id(),
            () -> asking(1, TERMS, Duration.ZERO).onFailure().recoverWithNull());

    // Then
    assertThat(second).isNull();
    assertThat(find().restoration().orElseThrow().ongoing()).isTrue();
  }

  @Test
  void aNewObjectOfTheKeyWasNotRestored() {
    // Given
    archive("a", StorageClass.ARCHIVE);
    restore(1);

    // When
    archive("a", StorageClass.ARCHIVE);

    // Then
    assertThat(find().restoration()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "/"})
  void isListed(String delimiter) {
    // Given
    archive("a", StorageClass.ARCHIVE);
    restore(1);

    // When
    var page = await(catalog.list(bucket, new ListRange("", delimiter, "", 10)));

    // Then
    assertThat(page.items().getFirst().restoration()).isEqualTo(find().restoration());
  }
}
