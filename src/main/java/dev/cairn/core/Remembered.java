package dev.cairn.core;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a catalog has answered a moment ago, for questions that every request asks anew. A change
 * that this process makes is seen at once; one that another process makes, when the answer is too
 * old. That something is not there is never remembered.
 */
public final class Remembered<K, V> {
  /** Answers that are kept; beyond, all are asked anew. */
  private static final int MOST = 10_000;

  private record Answer<V>(V value, long epoch, long since) {}

  /** The times between changes: an answer is good for the one in which it was asked for. */
  public static final class Epoch {
    private final AtomicLong number = new AtomicLong();

    /** A change: what was asked before its end is not remembered after it. */
    public <T> Uni<T> endingWith(Uni<T> change) {
      return change.eventually(() -> number.incrementAndGet());
    }
  }

  private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
  private final Function<K, Uni<Optional<V>>> catalog;
  private final Epoch epoch;
  private final long maxAge;
  private final LongSupplier nanoTime;

  /**
   * @param maxAge of an answer; zero: the catalog is always asked
   */
  public Remembered(Function<K, Uni<Optional<V>>> catalog, Epoch epoch, Duration maxAge) {
    this(catalog, epoch, maxAge, System::nanoTime);
  }

  Remembered(
      Function<K, Uni<Optional<V>>> catalog, Epoch epoch, Duration maxAge, LongSupplier nanoTime) {
    this.catalog = catalog;
    this.epoch = epoch;
    this.maxAge = maxAge.toNanos();
    this.nanoTime = nanoTime;
  }

  public Uni<Optional<V>> find(K key) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long now = nanoTime.getAsLong();
              long current = epoch.number.get();
              Answer<V> known = answers.get(key);
              return known != null && known.epoch == current && now - known.since < maxAge
                  ? Uni.createFrom().item(Optional.of(known.value))
                  : catalog.apply(key).invoke(found -> remember(key, found, current, now));
            });
  }

  private void remember(K key, Optional<V> found, long asked, long now) {
    if (answers.size() >= MOST) {
      answers.clear();
    }
    found.ifPresent(value -> answers.put(key, new Answer<>(value, asked, now)));
  }
}
