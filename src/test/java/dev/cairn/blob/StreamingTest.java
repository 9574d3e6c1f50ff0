package dev.cairn.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Content;
import dev.cairn.core.body.Content.Region.InFile;
import dev.cairn.core.body.DigestWorkers;
import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.core.body.Slab;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.core.body.SlabPool.Lease;
import dev.cairn.core.content.BlobContentStore;
import dev.cairn.core.content.BlobLeases;
import dev.cairn.core.content.BlobSinks;
import dev.cairn.core.content.CallerContext;
import dev.cairn.core.content.ContentReader;
import dev.cairn.core.content.InMemoryBlobCatalog;
import dev.cairn.core.content.ReadLeases;
import dev.cairn.core.content.ReceivedContent;
import dev.cairn.model.ByteRange;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Segment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path of the bytes: pooled slabs, digests and files together. */
class StreamingTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long SIZE = 64L << 20;

  @TempDir Path dataFolder;
  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService digesting = Executors.newFixedThreadPool(2);
  private final DirectSlabPool pool = new DirectSlabPool(8 << 20);
  private final InMemoryBlobCatalog catalog = new InMemoryBlobCatalog();
  private BlobContentStore store;

  @BeforeEach
  void open() {
    FileBlobStore blobs = new FileBlobStore(vertx, dataFolder);
    BlobLeases leases = new BlobLeases(catalog, Duration.ofSeconds(60));
    store =
        new BlobContentStore(
            new BlobSinks(blobs, leases, UUID::randomUUID, new DigestWorkers(digesting)),
            new ContentReader(blobs, new ReadLeases(catalog, Duration.ofMinutes(10)), pool),
            CallerContext.NONE,
            16 << 10);
  }

  @AfterEach
  void stop() {
    digesting.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void keepsAndDigestsALargeBody() throws Exception {
    // Given
    EnumSet<DigestAlgorithm> all = EnumSet.allOf(DigestAlgorithm.class);
    RandomBody body = new RandomBody(SIZE, SIZE);

    // When
    ReceivedContent received = store.receive(body, all).await().atMost(PATIENCE);

    // Then
    Path file = fileOf(received);
    assertThat(file).hasSize(SIZE);
    assertThat(received.digests().values()).containsOnlyKeys(all);
    assertThat(received.digests().get(DigestAlgorithm.MD5)).isEqualTo(digest("MD5", file));
    assertThat(received.digests().get(DigestAlgorithm.SHA1)).isEqualTo(digest("SHA-1", file));
    assertThat(received.digests().get(DigestAlgorithm.SHA256)).isEqualTo(body.sha256());
    assertThat(pool.lent()).isZero();
  }

  @Test
  void copiesARange() throws Exception {
    // Given
    ReceivedContent original =
        store
            .receive(new RandomBody(SIZE, SIZE), EnumSet.of(DigestAlgorithm.MD5))
            .await()
            .atMost(PATIENCE);
    ByteRange range = new ByteRange(1_000_001, SIZE - 1_000_001);

    // When
    Body source = store.read(List.of(new Segment(0, original.content())), range);
    ReceivedContent copy =
        store.receive(source, EnumSet.of(DigestAlgorithm.MD5)).await().atMost(PATIENCE);

    // Then
    assertThat(copy.size()).isEqualTo(range.length());
    try (InputStream file = Files.newInputStream(fileOf(original))) {
      file.skipNBytes(range.first());
      byte[] expected = file.readNBytes((int) range.length());
      assertThat(copy.digests().get(DigestAlgorithm.MD5))
          .isEqualTo(MessageDigest.getInstance("MD5").digest(expected));
    }
    assertThat(pool.lent()).isZero();
  }

  @Test
  void moreTransfersThanTheBudgetHasSlabsAllEnd() {
    // Given
    int transfers = 64;

    // When
    List<CompletableFuture<ReceivedContent>> all =
        Stream.generate(() -> new RandomBody(1 << 20, 1 << 20))
            .limit(transfers)
            .map(body -> store.receive(body, EnumSet.of(DigestAlgorithm.MD5)))
            .map(Uni::subscribeAsCompletionStage)
            .toList();

    // Then
    assertThat(all).allSatisfy(one -> assertThat(one.join().size()).isEqualTo(1 << 20));
    assertThat(pool.lent()).isZero();
  }

  @Test
  void leavesNothingOfABodyThatBreaksOff() throws Exception {
    // Given
    RandomBody body = new RandomBody(SIZE, SIZE / 2);

    // When
    var receiving =
        store.receive(body, EnumSet.of(DigestAlgorithm.MD5)).subscribeAsCompletionStage();

    // Then
    assertThat(receiving)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withMessageContaining("IncompleteBody");
    assertThat(pool.lent()).isZero();
    assertThat(catalog.pending()).isEmpty();
    try (Stream<Path> files = Files.walk(dataFolder)) {
      assertThat(files).noneMatch(Files::isRegularFile);
    }
  }

  private Path fileOf(ReceivedContent received) {
    Segment segment = new Segment(0, received.content());
    try (Content content = store.open(List.of(segment), ByteRange.all(received.size()))) {
      return ((InFile) content.regions().getFirst()).file();
    }
  }

  private static byte[] digest(String algorithm, Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance(algorithm);
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read > 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return digest.digest();
  }

  /** Random bytes in pooled slabs, as the gateway hands them on. */
  private final class RandomBody implements Body {
    private final long declared;
    private final Lease slabs;
    private final Random random = new Random(5);
    private final MessageDigest sha256;
    private long left;

    RandomBody(long declared, long size) {
      this.declared = declared;
      this.left = size;
      this.slabs = pool.open(OptionalLong.of(declared));
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
      } catch (java.security.NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public OptionalLong declaredLength() {
      return OptionalLong.of(declared);
    }

    @Override
    public Uni<Slab> next() {
      return left == 0
          ? Uni.createFrom().nullItem()
          : slabs.acquire().invoke(this::fill).map(slab -> slab);
    }

    private void fill(FillableSlab slab) {
      byte[] bytes = new byte[(int) Math.min(left, slab.room())];
      random.nextBytes(bytes);
      sha256.update(bytes);
      slab.append(ByteBuffer.wrap(bytes));
      left -= bytes.length;
    }

    byte[] sha256() {
      return sha256.digest();
    }

    @Override
    public Claims claims() {
      return Claims.NONE;
    }

    @Override
    public void abandon() {
      slabs.close();
    }
  }
}
