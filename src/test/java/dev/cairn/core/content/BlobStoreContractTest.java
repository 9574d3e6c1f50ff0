package dev.cairn.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.body.ArraySlab;
import dev.cairn.core.body.Content.Region;
import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every blob store does. */
public abstract class BlobStoreContractTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DirectSlabPool pool = new DirectSlabPool(8 << 20, 512 << 10);

  /** The store under test. */
  protected abstract BlobStore store();

  @Test
  protected void keepsWhatWasAppended() throws IOException {
    // Given
    byte[] bytes = random(3_000_001);

    // When
    BlobId id = write(bytes, 300_000);

    // Then
    assertThat(bytesOf(store().region(id, 0, bytes.length))).isEqualTo(bytes);
  }

  @Test
  protected void keepsAnEmptyBlob() throws IOException {
    BlobId id = write(new byte[0], 1);
    assertThat(bytesOf(store().region(id, 0, 0))).isEmpty();
    await(store().delete(id));
  }

  @Test
  protected void releasesEverySlab() {
    // Given
    BlobStore.Writer writer = await(store().create(new BlobId(UUID.randomUUID())));
    var lease = pool.open(OptionalLong.empty());

    // When
    for (int i = 0; i < 40; i++) {
      FillableSlab slab = await(lease.acquire());
      slab.append(ByteBuffer.wrap(new byte[slab.room()]));
      await(writer.append(slab));
    }
    await(writer.commit());

    // Then
    assertThat(pool.lent()).isZero();
  }

  @Test
  protected void passesOverAnEmptySlab() throws IOException {
    // Given
    byte[] bytes = random(1000);
    BlobId id = new BlobId(UUID.randomUUID());
    BlobStore.Writer writer = await(store().create(id));

    // When
    await(writer.append(slab(new byte[0])));
    await(writer.append(slab(bytes)));
    await(writer.commit());

    // Then
    assertThat(bytesOf(store().region(id, 0, 1000))).isEqualTo(bytes);
  }

  @Test
  protected void namesARegionOfABlob() throws IOException {
    // Given
    byte[] bytes = random(100_000);
    BlobId id = write(bytes, 33_333);

    // When
    Region region = store().region(id, 33_000, 1_000);

    // Then
    assertThat(region.length()).isEqualTo(1_000);
    assertThat(bytesOf(region)).isEqualTo(Arrays.copyOfRange(bytes, 33_000, 34_000));
  }

  @Test
  protected void readsPartOfABlobIntoASlab() {
    // Given
    byte[] bytes = random(100_000);
    BlobId id = write(bytes, 33_333);
    FillableSlab slab = await(pool.open(OptionalLong.empty()).acquire());

    // When
    await(store().read(id, 50_000, 10_000, slab));
    await(store().read(id, 90_000, 10_000, slab));

    // Then
    byte[] read = new byte[slab.size()];
    slab.bytes().get(read);
    assertThat(Arrays.copyOfRange(read, 0, 10_000))
        .isEqualTo(Arrays.copyOfRange(bytes, 50_000, 60_000));
    assertThat(Arrays.copyOfRange(read, 10_000, 20_000))
        .isEqualTo(Arrays.copyOfRange(bytes, 90_000, 100_000));
  }

  @Test
  protected void failsToReadBeyondTheEndOrWhereNothingIs() {
    // Given
    BlobId id = write(random(1000), 1000);
    FillableSlab slab = await(pool.open(OptionalLong.empty()).acquire());

    // When / Then
    assertThatThrownBy(() -> await(store().read(id, 500, 501, slab))).isNotNull();
    assertThatThrownBy(() -> await(store().read(new BlobId(UUID.randomUUID()), 0, 1, slab)))
        .isNotNull();
    assertThat(slab.size()).isZero();
  }

  @Test
  protected void leavesNothingOfADiscardedBlob() {
    // Given
    BlobId id = new BlobId(UUID.randomUUID());
    BlobStore.Writer writer = await(store().create(id));
    await(writer.append(slab(random(100_000))));

    // When
    await(writer.discard());

    // Then
    assertGone(id);
  }

  @Test
  protected void leavesNothingOfABlobDiscardedBeforeItsFirstByte() {
    BlobId id = new BlobId(UUID.randomUUID());
    await(await(store().create(id)).discard());
    assertGone(id);
  }

  @Test
  protected void leavesNothingOfABlobDiscardedAfterItsCommit() {
    // Given
    BlobId id = new BlobId(UUID.randomUUID());
    BlobStore.Writer writer = await(store().create(id));
    await(writer.append(slab(random(100_000))));
    await(writer.commit());

    // When
    await(writer.discard());

    // Then
    assertGone(id);
  }

  @Test
  protected void deletesABlobOnceAndForAll() {
    // Given
    BlobId id = write(random(10), 10);

    // When
    await(store().delete(id));

    // Then
    assertGone(id);
    await(store().delete(id));
  }

  @Test
  protected void writesABlobOnlyOnce() {
    BlobId id = write(random(10), 10);
    assertThatThrownBy(() -> await(store().create(id))).isNotNull();
  }

  @Test
  protected void writesManyBlobsAtOnce() throws IOException {
    // Given
    byte[] bytes = random(200_000);

    // When
    var writes =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(i -> new BlobId(UUID.randomUUID()))
            .map(id -> writing(id, bytes).replaceWith(id).subscribeAsCompletionStage())
            .toList();

    // Then
    for (var write : writes) {
      assertThat(bytesOf(store().region(write.join(), 0, bytes.length))).isEqualTo(bytes);
    }
  }

  private Uni<Void> writing(BlobId id, byte[] bytes) {
    return store().create(id).chain(writer -> writer.append(slab(bytes)).chain(writer::commit));
  }

  private void assertGone(BlobId id) {
    FillableSlab slab = await(pool.open(OptionalLong.empty()).acquire());
    assertThatThrownBy(() -> await(store().read(id, 0, 1, slab))).isNotNull();
    slab.release();
  }

  private BlobId write(byte[] bytes, int slabSize) {
    BlobId id = new BlobId(UUID.randomUUID());
    BlobStore.Writer writer = await(store().create(id));
    for (int begin = 0; begin < bytes.length; begin += slabSize) {
      int end = Math.min(bytes.length, begin + slabSize);
      await(writer.append(slab(Arrays.copyOfRange(bytes, begin, end))));
    }
    await(writer.commit());
    return id;
  }

  private static ArraySlab slab(byte[] bytes) {
    return new ArraySlab(bytes, 0, bytes.length);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytesOf(Region region) throws IOException {
    return switch (region) {
      case Region.InMemory memory ->
          Arrays.copyOfRange(memory.bytes(), memory.offset(), memory.offset() + memory.size());
      case Region.InFile file -> {
        ByteBuffer bytes = ByteBuffer.allocate((int) file.length());
        try (FileChannel channel = FileChannel.open(file.file())) {
          while (bytes.hasRemaining()
              && channel.read(bytes, file.offset() + bytes.position()) > 0) {}
        }
        yield bytes.array();
      }
    };
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
