package dev.cairn.core.content;

import static dev.cairn.model.DigestAlgorithm.CRC32;
import static dev.cairn.model.DigestAlgorithm.MD5;
import static dev.cairn.model.DigestAlgorithm.SHA256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Claims.Claimed;
import dev.cairn.core.body.DigestWorkers;
import dev.cairn.core.body.Digests;
import dev.cairn.core.body.Slab;
import dev.cairn.core.content.FailingBlobStore.Step;
import dev.cairn.model.BlobId;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.model.Failure.BodyTooLong;
import dev.cairn.model.Failure.IncompleteBody;
import dev.cairn.model.Failure.NoSpace;
import dev.cairn.model.FailureException;
import dev.cairn.model.StoredContent.Blob;
import dev.cairn.model.StoredContent.Inline;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlobContentStoreTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int INLINE_LIMIT = 16 << 10;
  private static final Set<DigestAlgorithm> WANTED = EnumSet.of(MD5);

  private final InMemoryBlobStore blobs = new InMemoryBlobStore();
  private final InMemoryBlobCatalog catalog = new InMemoryBlobCatalog();
  private final BlobLeases leases = new BlobLeases(catalog, Duration.ofSeconds(60));
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void stopThreads() {
    threads.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, INLINE_LIMIT - 1, INLINE_LIMIT})
  void keepsAShortBodyInline(int size) {
    // Given
    BytesBody body = BytesBody.inSlabsOf(1000, random(size));

    // When
    ReceivedContent received = receive(body);

    // Then
    assertThat(((Inline) received.content()).bytes()).isEqualTo(random(size));
    assertThat(received.digests().get(MD5)).isEqualTo(digest(MD5, random(size)));
    assertNothingLeftOf(body);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, INLINE_LIMIT - 1, INLINE_LIMIT})
  void keepsABodyInlineThatProvesShort(int size) {
    BytesBody body = BytesBody.inSlabsOf(1000, random(size)).ofUnknownLength();
    ReceivedContent received = receive(body);
    assertThat(((Inline) received.content()).bytes()).isEqualTo(random(size));
    assertNothingLeftOf(body);
  }

  @ParameterizedTest
  @CsvSource({
    "16385, 1000, true",
    "16385, 1000, false",
    "16385, 16385, false",
    "16385, 1, false",
    "1000000, 70000, true",
    "1000000, 70000, false"
  })
  void keepsALongerBodyAsABlob(int size, int slabSize, boolean declared) {
    // Given
    BytesBody body = BytesBody.inSlabsOf(slabSize, random(size));
    if (!declared) {
      body.ofUnknownLength();
    }

    // When
    ReceivedContent received = receive(body);

    // Then
    Blob blob = (Blob) received.content();
    assertThat(received.size()).isEqualTo(size);
    assertThat(blobs.bytes(blob.id())).contains(random(size));
    assertThat(received.digests().get(MD5)).isEqualTo(digest(MD5, random(size)));
    assertThat(catalog.pending()).containsExactly(blob.id());
    assertThat(body.slabsHeld()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100_000})
  void computesWhatIsClaimedBesidesWhatIsWanted(int size) {
    // Given
    byte[] bytes = random(size);
    Claims known = claim(BadDigest.Claim.PAYLOAD_HASH, SHA256, digest(SHA256, bytes));
    Claims late = claim(BadDigest.Claim.CHECKSUM, CRC32, digest(CRC32, bytes));
    BytesBody body = BytesBody.of(bytes).claiming(known).withTrailers(late);

    // When
    ReceivedContent received =
        store(blobs).receive(body, EnumSet.of(MD5, CRC32)).await().atMost(PATIENCE);

    // Then
    assertThat(received.digests().values()).containsOnlyKeys(MD5, SHA256, CRC32);
    assertThat(received.claims().list()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100_000})
  void refusesABodyThatIsNotWhatWasClaimed(int size) {
    // Given
    byte[] wrong = digest(SHA256, new byte[] {42});
    BytesBody body =
        BytesBody.of(random(size)).claiming(claim(BadDigest.Claim.PAYLOAD_HASH, SHA256, wrong));

    // When
    Failure failure = refusal(store(blobs), body);

    // Then
    assertThat(failure).isInstanceOf(BadDigest.class);
    assertThat(((BadDigest) failure).actual()).isEqualTo(digest(SHA256, random(size)));
    assertNothingLeftOf(body);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100_000})
  void refusesABodyThatIsNotWhatItsTrailersClaim(int size) {
    // Given
    byte[] wrong = digest(MD5, new byte[] {42});
    BytesBody body =
        BytesBody.of(random(size)).withTrailers(claim(BadDigest.Claim.CHECKSUM, MD5, wrong));

    // When
    Failure failure = refusal(store(blobs), body);

    // Then
    assertThat(failure).isInstanceOf(BadDigest.class);
    assertNothingLeftOf(body);
  }

  @ParameterizedTest
  @CsvSource({"10, 11", "100000, 100001", "0, 1", "0, 100000", "10, 100000"})
  void refusesBodyShorterThanDeclared(int size, long declared) {
    BytesBody body = BytesBody.of(random(size)).declaring(OptionalLong.of(declared));
    assertThat(refusal(store(blobs), body)).isEqualTo(new IncompleteBody(declared, size));
    assertNothingLeftOf(body);
  }

  @ParameterizedTest
  @CsvSource({"11, 10", "100001, 100000", "1, 0", "100000, 10"})
  void refusesBodyLongerThanDeclared(int size, long declared) {
    BytesBody body = BytesBody.of(random(size)).declaring(OptionalLong.of(declared));
    assertThat(refusal(store(blobs), body)).isEqualTo(new BodyTooLong(declared));
    assertNothingLeftOf(body);
  }

  @ParameterizedTest
  @CsvSource({"10, true", "10, false", "100000, true", "100000, false"})
  void failsWithTheBody(int size, boolean declared) {
    // Given
    BytesBody body =
        BytesBody.inSlabsOf(1000, random(size)).failingWith(new Failure.ClientGone().exception());
    if (!declared) {
      body.ofUnknownLength();
    }

    // When
    Failure failure = refusal(store(blobs), body);

    // Then
    assertThat(failure).isEqualTo(new Failure.ClientGone());
    assertNothingLeftOf(body);
  }

  @ParameterizedTest
  @CsvSource({"CREATE, 1", "APPEND, 1", "APPEND, 2", "APPEND, 80", "COMMIT, 1"})
  void leavesNothingWhenTheDiskIsFullAt(Step step, int call) {
    for (boolean declared : new boolean[] {true, false}) {
      // Given
      BytesBody body = BytesBody.inSlabsOf(1000, random(100_000));
      if (!declared) {
        body.ofUnknownLength();
      }
      Uni<Void> full = Uni.createFrom().failure(new NoSpace().exception());

      // When
      Failure failure = refusal(store(new FailingBlobStore(blobs, step, call, full)), body);

      // Then
      assertThat(failure).isEqualTo(new NoSpace());
      assertNothingLeftOf(body);
    }
  }

  @Test
  void leavesNothingWhenTheCatalogIsAway() {
    // Given
    BytesBody body = BytesBody.of(random(100_000));
    Failure away = new Failure.Unavailable("database", Duration.ofSeconds(1));
    BlobCatalog noCatalog =
        new ForwardingBlobCatalog(catalog) {
          @Override
          public Uni<Void> registerPending(BlobId blob, Duration lease) {
            return Uni.createFrom().failure(away.exception());
          }
        };

    // When
    Failure failure = refusal(store(blobs, noCatalog), body);

    // Then
    assertThat(failure).isEqualTo(away);
    assertThat(body.slabsPulled()).isZero();
    assertNothingLeftOf(body);
  }

  @Test
  void leavesABlobToTheSweeperThatItCannotForget() {
    // Given
    BytesBody body = BytesBody.of(random(100_000)).declaring(OptionalLong.of(100_001));
    BlobCatalog forgetful =
        new ForwardingBlobCatalog(catalog) {
          @Override
          public Uni<Void> forgetPending(BlobId blob) {
            return Uni.createFrom().failure(new IllegalStateException("no connection"));
          }
        };

    // When
    Failure failure = refusal(store(blobs, forgetful), body);

    // Then
    assertThat(failure).isEqualTo(new IncompleteBody(100_001, 100_000));
    assertThat(blobs.isEmpty()).isTrue();
    assertThat(catalog.pending()).hasSize(1);
    assertThat(leases.inFlight()).isZero();
  }

  @Test
  void leavesABlobToTheSweeperThatItCannotRemove() {
    // Given
    BytesBody body = BytesBody.of(random(100_000)).declaring(OptionalLong.of(100_001));
    Uni<Void> broken = Uni.createFrom().failure(new IllegalStateException("I/O error"));

    // When
    Failure failure = refusal(store(new FailingBlobStore(blobs, Step.DISCARD, 1, broken)), body);

    // Then
    assertThat(failure).isEqualTo(new IncompleteBody(100_001, 100_000));
    assertThat(catalog.pending()).hasSize(1);
    assertThat(leases.inFlight()).isZero();
    assertThat(body.slabsHeld()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"CREATE, 1", "APPEND, 1", "APPEND, 50", "COMMIT, 1"})
  void leavesNothingWhenTheCallerLeavesAt(Step step, int call) {
    // Given
    BytesBody body = BytesBody.inSlabsOf(1000, random(100_000));
    AtomicReference<UniEmitter<? super Void>> goOn = new AtomicReference<>();
    Uni<Void> stuck = Uni.createFrom().<Void>emitter(goOn::set);
    UniAssertSubscriber<ReceivedContent> caller =
        store(new FailingBlobStore(blobs, step, call, stuck))
            .receive(body, WANTED)
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());
    await().atMost(PATIENCE).until(() -> goOn.get() != null);

    // When
    caller.cancel();
    goOn.get().complete(null);

    // Then
    assertThat(body.isAbandoned()).isTrue();
    await().atMost(PATIENCE).untilAsserted(() -> assertNothingLeftOf(body));
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 100_000})
  void leavesNothingWhenTheCallerLeavesWhileTheSenderIsSilent(long declared) {
    // Given
    Silent silent = new Silent(declared);
    UniAssertSubscriber<ReceivedContent> caller =
        store(blobs)
            .receive(silent, WANTED)
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());

    // When
    caller.cancel();

    // Then
    assertThat(silent.abandoned).isTrue();
    assertThat(blobs.isEmpty()).isTrue();
    assertThat(catalog.pending()).isEmpty();
  }

  @Test
  void discardsContentThatWasNotPublished() {
    // Given
    ReceivedContent received = receive(BytesBody.of(random(100_000)));

    // When
    store(blobs).discard(received).await().atMost(PATIENCE);

    // Then
    assertThat(blobs.isEmpty()).isTrue();
    assertThat(catalog.pending()).isEmpty();
    assertThat(leases.inFlight()).isZero();
  }

  @Test
  void leavesToTheSweeperWhatItCannotDiscard() {
    // Given
    ReceivedContent received = receive(BytesBody.of(random(100_000)));
    Uni<Void> broken = Uni.createFrom().failure(new IllegalStateException("I/O error"));

    // When
    store(new FailingBlobStore(blobs, Step.DELETE, 1, broken))
        .discard(received)
        .await()
        .atMost(PATIENCE);

    // Then
    assertThat(catalog.pending()).hasSize(1);
    assertThat(leases.inFlight()).isZero();
  }

  @Test
  void goesOnInTheCallersContext() {
    // Given
    AtomicReference<Thread> context = new AtomicReference<>();
    CallerContext callers =
        () ->
            task ->
                Thread.ofPlatform()
                    .start(
                        () -> {
                          context.set(Thread.currentThread());
                          task.run();
                        });
    BlobContentStore store = store(blobs, catalog, callers);
    AtomicReference<Thread> continued = new AtomicReference<>();

    // When
    store
        .receive(BytesBody.of(random(100_000)), WANTED)
        .invoke(received -> continued.set(Thread.currentThread()))
        .await()
        .atMost(PATIENCE);

    // Then
    assertThat(continued.get()).isSameAs(context.get());
  }

  private ReceivedContent receive(Body body) {
    return store(blobs).receive(body, WANTED).await().atMost(PATIENCE);
  }

  private static Failure refusal(BlobContentStore store, Body body) {
    Throwable thrown = catchThrowable(() -> store.receive(body, WANTED).await().atMost(PATIENCE));
    assertThat(thrown).isInstanceOf(FailureException.class);
    return ((FailureException) thrown).failure();
  }

  private void assertNothingLeftOf(BytesBody body) {
    assertThat(body.slabsHeld()).isZero();
    assertThat(body.isAbandoned()).isTrue();
    assertThat(blobs.isEmpty()).isTrue();
    assertThat(catalog.pending()).isEmpty();
    assertThat(leases.inFlight()).isZero();
  }

  private BlobContentStore store(BlobStore store) {
    return store(store, catalog);
  }

  private BlobContentStore store(BlobStore store, BlobCatalog records) {
    return store(store, records, CallerContext.NONE);
  }

  private BlobContentStore store(BlobStore store, BlobCatalog records, CallerContext callers) {
    BlobLeases used = records == catalog ? leases : new BlobLeases(records, Duration.ofSeconds(60));
    return new BlobContentStore(
        new BlobSinks(store, used, UUID::randomUUID, new DigestWorkers(threads)),
        null,
        callers,
        INLINE_LIMIT);
  }

  private static Claims claim(BadDigest.Claim claim, DigestAlgorithm algorithm, byte[] expected) {
    return new Claims(List.of(new Claimed(claim, algorithm, expected)));
  }

  private static byte[] digest(DigestAlgorithm algorithm, byte[] bytes) {
    return Digests.of(EnumSet.of(algorithm), ByteBuffer.wrap(bytes)).get(algorithm);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /** A sender that says nothing, not even when it is told to stop. */
  private static final class Silent implements Body {
    private final long declared;
    private boolean abandoned;

    Silent(long declared) {
      this.declared = declared;
    }

    @Override
    public OptionalLong declaredLength() {
      return OptionalLong.of(declared);
    }

    @Override
    public Uni<Slab> next() {
      return Uni.createFrom().nothing();
    }

    @Override
    public Claims claims() {
      return Claims.NONE;
    }

    @Override
    public void abandon() {
      abandoned = true;
    }
  }
}
