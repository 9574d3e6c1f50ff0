package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.core.multipart.UploadCatalog.UploadListing;
import dev.cairn.core.multipart.UploadCatalog.UploadRange;
import dev.cairn.model.Bucket;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PgUploadCatalogListTest extends DatabaseSuite {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private static UploadCatalog catalog;

  @BeforeAll
  static void newCatalog() {
    catalog = new PgUploadCatalog(database.database());
  }

  @BeforeEach
  void beginElsewhere() {
    begin(database.newBucket(), "a", 1);
  }

  /** An upload whose id tells its time, as those of the service do. */
  private static Upload begin(Bucket bucket, String key, long second) {
    Instant initiated = NOON.plusSeconds(second);
    UUID random = UUID.randomUUID();
    UUID id = new UUID(initiated.toEpochMilli() << 16 | 0x7000L, random.getLeastSignificantBits());
    Upload upload = Samples.upload(key, new UploadId(id), initiated);
    await(catalog.create(bucket, upload));
    return upload;
  }

  private UploadListing list(
      String prefix, String delimiter, String keyMarker, UploadId idMarker, int limit) {
    return await(
        catalog.list(
            bucket,
            new UploadRange(prefix, delimiter, keyMarker, Optional.ofNullable(idMarker), limit)));
  }

  private List<Upload> items(String keyMarker, UploadId idMarker) {
    return list("", "", keyMarker, idMarker, 100).page().items();
  }

  @Test
  void listsByKeyThenByInitiation() {
    Upload second = begin(bucket, "a", 2);
    Upload first = begin(bucket, "a", 1);
    Upload ofB = begin(bucket, "b", 0);
    Upload ofCapital = begin(bucket, "B", 9);

    UploadListing listing = list("", "", "", null, 4);

    assertThat(listing.page().items()).containsExactly(ofCapital, first, second, ofB);
    assertThat(listing.page().truncated()).isFalse();
    assertThat(listing.page().last()).isEqualTo("b");
    assertThat(listing.lastUploadId()).contains(ofB.id());
  }

  @Test
  void goesOnBeyondItsMarkers() {
    Upload first = begin(bucket, "a", 1);
    Upload second = begin(bucket, "a", 2);
    Upload third = begin(bucket, "a", 3);
    Upload ofB = begin(bucket, "b", 0);

    assertThat(items("a", null)).containsExactly(ofB);
    assertThat(items("a", first.id())).containsExactly(second, third, ofB);
    assertThat(items("a", third.id())).containsExactly(ofB);
    assertThat(items("b", null)).isEmpty();
  }

  @Test
  void keepsThePlaceOfAMarkerThatIsGone() {
    Upload first = begin(bucket, "a", 1);
    Upload second = begin(bucket, "a", 2);
    Upload third = begin(bucket, "a", 3);
    await(catalog.abort(bucket, second.key(), second.id()));

    assertThat(items("a", second.id())).containsExactly(third);
    assertThat(items("a", first.id())).containsExactly(third);
  }

  @Test
  void rollsUpWhatHasTheDelimiter() {
    Upload plain = begin(bucket, "a", 1);
    begin(bucket, "a/1", 1);
    begin(bucket, "a/2", 2);
    begin(bucket, "b/1", 1);
    Upload last = begin(bucket, "c", 1);

    UploadListing first = list("", "/", "", null, 2);
    UploadListing second = list("", "/", first.page().last(), null, 5);
    UploadListing below = list("a/", "/", "", null, 1);

    assertThat(first.page().items()).containsExactly(plain);
    assertThat(first.page().commonPrefixes()).containsExactly("a/");
    assertThat(first.page().truncated()).isTrue();
    assertThat(first.page().last()).isEqualTo("a/");
    assertThat(first.lastUploadId()).isEmpty();
    assertThat(second.page().commonPrefixes()).containsExactly("b/");
    assertThat(second.page().items()).containsExactly(last);
    assertThat(second.page().truncated()).isFalse();
    assertThat(below.page().last()).isEqualTo("a/1");
    assertThat(below.page().truncated()).isTrue();
  }

  @Test
  void hasNoPageOfNoSize() {
    begin(bucket, "a", 1);

    UploadListing listing = list("", "", "", null, 0);

    assertThat(listing.page().items()).isEmpty();
    assertThat(listing.page().truncated()).isFalse();
    assertThat(listing.lastUploadId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100})
  void pagesThroughEverythingOnce(int limit) {
    List<Upload> all = new ArrayList<>();
    for (String key : List.of("a", "b", "b%", "c", "\ud83d\ude00")) {
      for (int i = 0; i < 3; i++) {
        all.add(begin(bucket, key, i));
      }
    }
    List<Upload> paged = new ArrayList<>();

    UploadListing listing = list("", "/", "", null, limit);
    paged.addAll(listing.page().items());
    while (listing.page().truncated()) {
      listing = list("", "/", listing.page().last(), listing.lastUploadId().orElseThrow(), limit);
      paged.addAll(listing.page().items());
    }

    assertThat(paged).containsExactlyElementsOf(all);
  }

  @Test
  void showsAnInitiatorThatIsDeletedSince() {
    Upload upload = begin(bucket, "a", 1);
    database.run("UPDATE uploads SET initiator = 'gone' WHERE id = $1", upload.id().value());

    Upload listed = items("", null).getFirst();

    assertThat(listed.initiator().id().value()).isEqualTo("gone");
    assertThat(listed.initiator().displayName()).isEmpty();
  }
}
