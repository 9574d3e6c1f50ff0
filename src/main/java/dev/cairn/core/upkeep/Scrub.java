package dev.cairn.core.upkeep;

import dev.cairn.core.body.AsyncLoop;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.DigestWorkers;
import dev.cairn.core.body.Digests;
import dev.cairn.core.body.Slab;
import dev.cairn.core.content.BlobStore;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.upkeep.ScrubCatalog.Damage;
import dev.cairn.core.upkeep.ScrubCatalog.Entry;
import dev.cairn.model.ByteRange;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.Segment;
import dev.cairn.model.StoredContent;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads what is stored, slowly, and compares it with what the catalog says. It reports what is
 * damaged or missing, and touches nothing.
 */
public final class Scrub implements UpkeepTask {
  private static final System.Logger LOG = System.getLogger(Scrub.class.getName());
  private static final int BATCH = 100;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final long NANOS = 1_000_000_000L;

  /**
   * How it is done.
   *
   * @param rate bytes per second that are read at most
   * @param interval from the begin of a pass to that of the next
   */
  public record Pace(long rate, Duration interval) {}

  private final ScrubCatalog catalog;
  private final BlobStore store;
  private final ContentStore contents;
  private final DigestWorkers digesting;
  private final Function<Duration, Uni<Void>> pause;
  private final Pace pace;

  /**
   * @param pause completes after a time
   */
  public Scrub(
      ScrubCatalog catalog,
      BlobStore store,
      ContentStore contents,
      DigestWorkers digesting,
      Function<Duration, Uni<Void>> pause,
      Pace pace) {
    this.catalog = catalog;
    this.store = store;
    this.contents = contents;
    this.digesting = digesting;
    this.pause = pause;
    this.pace = pace;
  }

  /** Checks some blobs. Returns how many. */
  @Override
  public Uni<Integer> run() {
    return catalog
        .next(BATCH, LEASE, pace.interval())
        .chain(
            entries -> {
              Iterator<Entry> left = entries.iterator();
              return AsyncLoop.repeatWhile(() -> checkNext(left)).replaceWith(entries.size());
            });
  }

  private Uni<Boolean> checkNext(Iterator<Entry> left) {
    if (!left.hasNext()) {
      return Uni.createFrom().item(false);
    }
    Entry entry = left.next();
    // A long one takes more than a lease, whose end is the earliest that another may go on.
    Duration lease = LEASE.plusSeconds(2 * entry.size() / pace.rate());
    return check(entry)
        .invoke(damage -> damage.ifPresent(found -> warn(entry, found)))
        .chain(damage -> catalog.checked(entry.blob(), damage, lease))
        .replaceWith(true);
  }

  private static void warn(Entry entry, Damage damage) {
    LOG.log(System.Logger.Level.WARNING, "blob " + entry.blob() + " is damaged: " + damage);
  }

  private Uni<Optional<Damage>> check(Entry entry) {
    return store
        .size(entry.blob())
        .chain(size -> check(entry, size))
        .onFailure(e -> !isPassing(e))
        .recoverWithItem(Optional.of(Damage.UNREADABLE));
  }

  /** Says nothing about the bytes: memory is short, say. */
  private static boolean isPassing(Throwable failure) {
    return failure instanceof FailureException known
        && known.failure() instanceof Failure.Unavailable;
  }

  private Uni<Optional<Damage>> check(Entry entry, OptionalLong size) {
    if (size.isEmpty()) {
      return Uni.createFrom().item(Optional.of(Damage.MISSING));
    }
    if (size.getAsLong() != entry.size()) {
      return Uni.createFrom().item(Optional.of(Damage.LENGTH));
    }
    return md5(entry)
        .map(
            md5 ->
                entry.md5().isEmpty() || MessageDigest.isEqual(md5, entry.md5().get())
                    ? Optional.empty()
                    : Optional.of(Damage.DIGEST));
  }

  private Uni<byte[]> md5(Entry entry) {
    Segment whole = new Segment(0, new StoredContent.Blob(entry.blob(), entry.size()));
    Body body = contents.read(List.of(whole), ByteRange.all(entry.size()));
    Digests digests = new Digests(Set.of(DigestAlgorithm.MD5), digesting);
    return AsyncLoop.repeatWhile(() -> body.next().chain(slab -> take(slab, digests)))
        .chain(digests::finish)
        .map(values -> values.get(DigestAlgorithm.MD5))
        .onFailure()
        .call(digests::abandon)
        .onTermination()
        .invoke(body::abandon);
  }

  /** Digests a slab, and waits as long as its bytes may take. */
  private Uni<Boolean> take(Slab slab, Digests digests) {
    if (slab == null) {
      return Uni.createFrom().item(false);
    }
    Duration due = Duration.ofNanos(slab.size() * NANOS / pace.rate());
    digests.update(slab);
    slab.release();
    return digests.ready().chain(() -> pause.apply(due)).replaceWith(true);
  }
}
