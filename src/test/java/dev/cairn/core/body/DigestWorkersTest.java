package dev.cairn.core.body;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.DigestAlgorithm;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DigestWorkersTest {
  private static final byte[] BYTES = new byte[1000];

  private final Md5Lanes lanes = new VectorMd5Lanes();
  private final AtomicInteger turns = new AtomicInteger();
  private final List<Consumer<Md5Lanes>> asked = new ArrayList<>();
  private final DigestWorkers workers = new DigestWorkers(Runnable::run, asked::add);

  @Test
  void computesTwoByThemselves() throws Exception {
    // When
    List<DigestChain> both = open(2);

    // Then
    assertThat(asked).isEmpty();
    assertValues(both);
  }

  @Test
  void asksForLanesInCompanyAndGoesOnWithoutThem() throws Exception {
    // When
    List<DigestChain> three = open(3);

    // Then
    assertThat(asked).isNotEmpty();
    assertValues(three);
  }

  @Test
  void computesThreeSideBySide() throws Exception {
    // Given
    assertValues(open(3));
    asked.getFirst().accept(counted());

    // When
    List<DigestChain> three = open(3);

    // Then
    assertThat(turns).hasPositiveValue();
    assertValues(three);
  }

  @Test
  void forgetsThoseThatHaveEnded() throws Exception {
    // Given
    assertValues(open(3));
    asked.getFirst().accept(counted());
    for (DigestChain each : open(3)) {
      each.value();
      each.abandon();
    }
    for (int i = 0; i < 3; i++) {
      workers.open(DigestAlgorithm.MD5).abandon();
    }
    turns.set(0);

    // When
    List<DigestChain> both = open(2);

    // Then
    assertValues(both);
    assertThat(turns).hasValue(0);
  }

  @Test
  void leavesOtherDigestsAlone() throws Exception {
    // Given
    assertValues(open(3));
    asked.getFirst().accept(counted());
    open(3);
    turns.set(0);

    // When
    DigestChain crc = workers.open(DigestAlgorithm.CRC32C);
    add(crc);

    // Then
    assertThat(crc.value().get(10, SECONDS)).isEqualTo(expected(DigestAlgorithm.CRC32C));
    assertThat(turns).hasValue(0);
  }

  /** All of them begin before the first has bytes. */
  private List<DigestChain> open(int count) {
    List<DigestChain> chains = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chains.add(workers.open(DigestAlgorithm.MD5));
    }
    chains.forEach(DigestWorkersTest::add);
    return chains;
  }

  private static void add(DigestChain chain) {
    chain.add(new ArraySlab(BYTES, 0, BYTES.length), () -> {});
  }

  private static void assertValues(List<DigestChain> chains) throws Exception {
    for (CompletableFuture<byte[]> value : chains.stream().map(DigestChain::value).toList()) {
      assertThat(value.get(10, SECONDS)).isEqualTo(expected(DigestAlgorithm.MD5));
    }
  }

  private static byte[] expected(DigestAlgorithm algorithm) {
    Digest digest = Digest.of(algorithm);
    digest.update(ByteBuffer.wrap(BYTES));
    return digest.value();
  }

  private Md5Lanes counted() {
    return new Md5Lanes() {
      @Override
      public int count() {
        return lanes.count();
      }

      @Override
      public void compress(int[][] states, MemorySegment[] inputs, int blocks) {
        turns.incrementAndGet();
        lanes.compress(states, inputs, blocks);
      }
    };
  }
}
