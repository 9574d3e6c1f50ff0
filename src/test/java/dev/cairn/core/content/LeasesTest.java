package dev.cairn.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Leases of blobs being written and of blobs being read. */
class LeasesTest {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration DELAY = Duration.ofMinutes(10);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final InMemoryBlobCatalog catalog = new InMemoryBlobCatalog(() -> now);
  private final BlobLeases writing = new BlobLeases(catalog, LEASE, this::nanoTime);
  private final ReadLeases reading = new ReadLeases(catalog, DELAY, this::nanoTime);
  private final BlobId blob = new BlobId(UUID.randomUUID());

  private long nanoTime() {
    return now.toEpochMilli() * 1_000_000;
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void renewsABlobForAsLongAsItIsReceived() {
    // Given
    run(writing.register(blob));

    // When
    for (int i = 0; i < 100; i++) {
      pass(Duration.ofSeconds(20));
      assertThat(run(writing.renew())).isOne();
    }

    // Then
    assertThat(run(catalog.sweepLapsed())).isZero();
  }

  @Test
  void forgetsABlobThatWasPublished() {
    // Given
    run(writing.register(blob));
    writing.received(blob);
    catalog.publish(blob);

    // When
    int renewed = run(writing.renew());

    // Then
    assertThat(renewed).isZero();
    assertThat(writing.inFlight()).isZero();
  }

  @Test
  void letsABlobLapseThatNobodyPublishes() {
    // Given
    run(writing.register(blob));
    writing.received(blob);
    pass(LEASE.multipliedBy(5).plusSeconds(1));

    // When
    int renewed = run(writing.renew());

    // Then
    assertThat(renewed).isZero();
    assertThat(writing.inFlight()).isZero();
    assertThat(run(catalog.sweepLapsed())).isOne();
    assertThat(catalog.garbage()).containsExactly(blob);
  }

  @Test
  void givesAReceivedBlobTimeToBePublished() {
    // Given
    run(writing.register(blob));
    writing.received(blob);
    pass(Duration.ofSeconds(50));

    // When
    int renewed = run(writing.renew());

    // Then
    assertThat(renewed).isOne();
    pass(Duration.ofSeconds(50));
    assertThat(run(catalog.sweepLapsed())).isZero();
  }

  @Test
  void leasesNothingForAShortRead() {
    // Given
    Runnable end = reading.begin(Set.of(blob));
    pass(Duration.ofMinutes(2));

    // When
    run(reading.renew());

    // Then
    assertThat(catalog.isLeasedForReading(blob)).isFalse();
    end.run();
    end.run();
    assertThat(reading.reading()).isZero();
  }

  @Test
  void keepsWhatIsReadFromTheReaper() {
    // Given
    catalog.throwAway(blob);
    reading.begin(Set.of(blob));

    // When
    for (int i = 0; i < 100; i++) {
      pass(reading.interval());
      run(reading.renew());

      // Then
      assertThat(run(catalog.findGarbage(DELAY, 10))).isEmpty();
    }
  }

  @Test
  void leavesToTheReaperWhatIsReadNoMore() {
    // Given
    catalog.throwAway(blob);
    Runnable end = reading.begin(Set.of(blob));
    pass(DELAY);
    run(reading.renew());
    end.run();

    // When
    pass(DELAY.plusSeconds(1));
    run(reading.renew());

    // Then
    assertThat(run(catalog.findGarbage(DELAY, 10))).containsExactly(blob);
  }

  private static <T> T run(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
