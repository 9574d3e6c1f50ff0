package dev.cairn.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.ArraySlab;
import dev.cairn.core.body.Content.Region;
import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.core.body.SlabPool;
import dev.cairn.core.content.BlobStore;
import dev.cairn.core.content.BlobStoreContractTest;
import dev.cairn.model.BlobId;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreContractTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Vertx vertx;

  @TempDir Path dataFolder;
  private FileBlobStore store;

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopVertx() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void open() {
    store = new FileBlobStore(vertx, dataFolder);
  }

  @Override
  protected BlobStore store() {
    return store;
  }

  @Test
  void namesTheFileByTheIdBelowFoldersOfItsTime() {
    // Given
    BlobId id = new BlobId(UUID.fromString("01934ab6-c0de-7123-89ab-0123456789ab"));

    // When
    Region region = store.region(id, 0, 1);

    // Then
    assertThat(((Region.InFile) region).file())
        .isEqualTo(dataFolder.resolve("blobs/4a/b6").resolve(id.toString()).toAbsolutePath());
  }

  @Test
  void leavesNoFileOfADiscardedBlob() throws IOException {
    // Given
    BlobId id = new BlobId(UUID.randomUUID());
    BlobStore.Writer writer = store.create(id).await().atMost(PATIENCE);
    writer.append(new ArraySlab(new byte[100_000], 0, 100_000)).await().atMost(PATIENCE);

    // When
    writer.discard().await().atMost(PATIENCE);

    // Then
    try (Stream<Path> files = Files.walk(dataFolder)) {
      assertThat(files).noneMatch(Files::isRegularFile);
    }
  }

  @Test
  void sharesItsFolderWithOtherProcesses() {
    // Given
    FileBlobStore other = new FileBlobStore(vertx, dataFolder);
    BlobId id = new BlobId(UUID.randomUUID());
    BlobStore.Writer writer = store.create(id).await().atMost(PATIENCE);
    writer.append(new ArraySlab(new byte[10], 0, 10)).await().atMost(PATIENCE);
    writer.commit().await().atMost(PATIENCE);

    // When
    other.delete(id).await().atMost(PATIENCE);

    // Then
    assertThat(((Region.InFile) store.region(id, 0, 1)).file()).doesNotExist();
  }

  @Test
  void keepsBytesThatGoPastThePageCacheInOrderWithThoseThatDoNot() throws IOException {
    // Given
    int[] sizes = {512 << 10, 512 << 10, 1000, 512 << 10, 7};
    byte[] bytes = new byte[IntStream.of(sizes).sum()];
    new Random(2).nextBytes(bytes);
    SlabPool.Lease slabs = new DirectSlabPool(8 << 20, 512 << 10).open(OptionalLong.empty());
    BlobId id = new BlobId(UUID.randomUUID());
    BlobStore.Writer writer = store.create(id).await().atMost(PATIENCE);

    // When
    int position = 0;
    for (int size : sizes) {
      SlabPool.FillableSlab slab = slabs.acquire().await().atMost(PATIENCE);
      slab.append(ByteBuffer.wrap(bytes, position, size));
      writer.append(slab).await().atMost(PATIENCE);
      position += size;
    }
    writer.commit().await().atMost(PATIENCE);

    // Then
    assertThat(((Region.InFile) store.region(id, 0, 1)).file()).hasBinaryContent(bytes);
  }
}
