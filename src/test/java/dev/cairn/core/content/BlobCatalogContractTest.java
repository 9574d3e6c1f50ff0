package dev.cairn.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every record of unnamed blobs does. Blobs of other tests may be in it. */
public abstract class BlobCatalogContractTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofHours(1);
  private static final int ALL = 100_000;

  private final BlobId blob = new BlobId(UUID.randomUUID());
  private final BlobId other = new BlobId(UUID.randomUUID());

  /** The catalog under test. */
  protected abstract BlobCatalog catalog();

  @Test
  protected void sweepsWhatLapsed() {
    // Given
    run(catalog().registerPending(blob, Duration.ZERO));
    run(catalog().registerPending(other, LONG));

    // When
    sweepUntilGarbage(blob);

    // Then
    assertThat(garbage()).contains(blob).doesNotContain(other);
  }

  @Test
  protected void sweepsWhatLapsedOnce() {
    run(catalog().registerPending(blob, Duration.ZERO));
    sweepUntilGarbage(blob);
    assertThat(run(catalog().renewPending(Set.of(blob), LONG))).isEmpty();
  }

  @Test
  protected void renewsWhatIsStillPending() {
    // Given
    run(catalog().registerPending(blob, Duration.ZERO));

    // When
    Set<BlobId> renewed = run(catalog().renewPending(Set.of(blob, other), LONG));

    // Then
    assertThat(renewed).containsExactly(blob);
    run(catalog().sweepLapsed());
    assertThat(garbage()).doesNotContain(blob);
  }

  @Test
  protected void renewsNothing() {
    assertThat(run(catalog().renewPending(Set.of(), LONG))).isEmpty();
  }

  @Test
  protected void forgetsAPendingBlob() {
    // Given
    run(catalog().registerPending(blob, LONG));

    // When
    run(catalog().forgetPending(blob));

    // Then
    assertThat(run(catalog().renewPending(Set.of(blob), LONG))).isEmpty();
    assertThat(garbage()).doesNotContain(blob);
    run(catalog().forgetPending(blob));
  }

  @Test
  protected void findsGarbageAfterItsDelay() {
    // Given
    run(catalog().registerPending(blob, Duration.ZERO));
    sweepUntilGarbage(blob);

    // When
    List<BlobId> old = run(catalog().findGarbage(LONG, ALL));

    // Then
    assertThat(old).doesNotContain(blob);
    assertThat(garbage()).contains(blob);
  }

  @Test
  protected void findsNoMoreGarbageThanAskedFor() {
    for (BlobId one : List.of(blob, other)) {
      run(catalog().registerPending(one, Duration.ZERO));
      sweepUntilGarbage(one);
    }
    assertThat(run(catalog().findGarbage(Duration.ZERO, 1))).hasSize(1);
  }

  @Test
  protected void forgetsGarbage() {
    // Given
    run(catalog().registerPending(blob, Duration.ZERO));
    sweepUntilGarbage(blob);

    // When
    run(catalog().forgetGarbage(List.of(blob, other)));

    // Then
    assertThat(garbage()).doesNotContain(blob);
    run(catalog().forgetGarbage(List.of()));
  }

  @Test
  protected void hidesGarbageThatIsRead() {
    // Given
    run(catalog().registerPending(blob, Duration.ZERO));
    sweepUntilGarbage(blob);

    // When
    run(catalog().leaseForReading(List.of(blob, other), LONG));
    run(catalog().leaseForReading(List.of(other, blob), LONG));

    // Then
    assertThat(garbage()).doesNotContain(blob);
  }

  @Test
  protected void showsGarbageThatIsReadNoMore() {
    // Given
    run(catalog().registerPending(blob, Duration.ZERO));
    sweepUntilGarbage(blob);

    // When
    run(catalog().leaseForReading(List.of(blob), Duration.ofMillis(50)));

    // Then
    await().atMost(PATIENCE).until(() -> garbage().contains(blob));
  }

  /** The clock of a catalog may not have moved on since a lease of no time was given. */
  private void sweepUntilGarbage(BlobId expected) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(2))
        .until(
            () -> {
              run(catalog().sweepLapsed());
              return garbage().contains(expected);
            });
  }

  private List<BlobId> garbage() {
    return run(catalog().findGarbage(Duration.ZERO, ALL));
  }

  private static <T> T run(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
