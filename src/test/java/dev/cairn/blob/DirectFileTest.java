package dev.cairn.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectFileTest {
  private static final int SIZE = 512 << 10;

  @TempDir Path folder;

  @Test
  void takesOnlyWholeBlocksOfAlignedMemoryAndNotFewOfThem() throws IOException {
    // Given
    DirectFile file = new DirectFile(folder.resolve("blob"));
    ByteBuffer aligned = aligned(SIZE);

    // Then
    assertThat(file.takes(aligned, 8 * DirectFile.BLOCK)).isTrue();
    assertThat(file.takes(aligned, 1)).as("a place between blocks").isFalse();
    assertThat(file.takes(aligned.slice(0, SIZE - 1), 0)).as("a part of a block").isFalse();
    assertThat(file.takes(aligned(SIZE + 8).slice(8, SIZE), 0)).as("an odd address").isFalse();
    assertThat(file.takes(aligned.slice(0, DirectFile.BLOCK), 0)).as("few bytes").isFalse();
    assertThat(file.takes(ByteBuffer.allocate(SIZE), 0)).as("memory of the heap").isFalse();
  }

  @Test
  void writesAllBytesAtTheirPlace() throws IOException {
    // Given
    Path path = Files.write(folder.resolve("blob"), new byte[DirectFile.BLOCK]);
    DirectFile file = new DirectFile(path);
    byte[] bytes = new byte[SIZE];
    new Random(1).nextBytes(bytes);

    // When
    boolean written = file.write(aligned(SIZE).put(bytes).flip(), DirectFile.BLOCK);

    // Then
    assumeThat(written).as("the file system takes direct writes").isTrue();
    file.close();
    assertThat(Files.size(path)).isEqualTo(DirectFile.BLOCK + SIZE);
    assertThat(ByteBuffer.wrap(Files.readAllBytes(path)).slice(DirectFile.BLOCK, SIZE))
        .isEqualTo(ByteBuffer.wrap(bytes));
  }

  @Test
  void asksOnceWhereItIsRefused() {
    // Given
    DirectFile file = new DirectFile(folder.resolve("absent"));

    // When
    boolean written = file.write(aligned(SIZE), 0);

    // Then
    assertThat(written).isFalse();
    assertThat(file.takes(aligned(SIZE), 0)).isFalse();
    assertThat(file.isOpen()).isFalse();
  }

  private static ByteBuffer aligned(int size) {
    return ByteBuffer.allocateDirect(size + 2 * DirectFile.BLOCK)
        .alignedSlice(DirectFile.BLOCK)
        .slice(0, size);
  }
}
