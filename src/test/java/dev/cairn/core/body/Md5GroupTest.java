package dev.cairn.core.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.model.DigestAlgorithm;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Md5GroupTest {
  private static final Md5Lanes LANES = new VectorMd5Lanes();

  private final AtomicInteger held = new AtomicInteger();

  /** The suite of RFC 1321, A.5. */
  @ParameterizedTest
  @CsvSource({
    "'', d41d8cd98f00b204e9800998ecf8427e",
    "a, 0cc175b9c0f1b6a831c399e269772661",
    "abc, 900150983cd24fb0d6963f7d28e17f72",
    "message digest, f96b697d7cb7938d525a2f31aaf161d0",
    "abcdefghijklmnopqrstuvwxyz, c3fcd3d76192e4007dfb496cca67e13b",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,"
        + " d174ab98d277d9f5a5611c2c9f419d9f",
    "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
        + " 57edf4a22be3c955ac49da2e2107b67a",
  })
  void knowsTheAnswersOfTheRfc(String text, String md5) throws Exception {
    Md5Stream stream = new Md5Group(LANES, Runnable::run).open();
    add(stream, text.getBytes(UTF_8));
    assertThat(stream.value().get(10, SECONDS)).isEqualTo(HexFormat.of().parseHex(md5));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 100_003})
  void digestsAnyLengthInAnyPieces(int length) throws Exception {
    byte[] bytes = bytes(length, length);
    Random random = new Random(length);
    for (int most : List.of(1, 63, 64, 65, 1000, 200_000)) {
      Md5Stream stream = new Md5Group(LANES, Runnable::run).open();
      addInPieces(stream, bytes, random, most);
      assertThat(stream.value().get(10, SECONDS)).isEqualTo(md5(bytes));
    }
    assertThat(held).hasValue(0);
  }

  @Test
  void digestsMoreStreamsThanLanesOnSeveralThreads() throws Exception {
    // Given
    Executor[] to = new Executor[1];
    Md5Group group = new Md5Group(LANES, task -> to[0].execute(task));
    try (ExecutorService threads = Executors.newFixedThreadPool(3);
        ExecutorService senders = Executors.newFixedThreadPool(8)) {
      to[0] = threads;

      // When
      List<CompletableFuture<byte[]>> values = new ArrayList<>();
      for (int i = 0; i < 3 * LANES.count(); i++) {
        int number = i;
        values.add(
            CompletableFuture.supplyAsync(
                    () -> {
                      Md5Stream stream = group.open();
                      addInPieces(stream, bytes(number, size(number)), new Random(number), 90_000);
                      return stream.value();
                    },
                    senders)
                .thenCompose(value -> value));
      }

      // Then
      for (int i = 0; i < values.size(); i++) {
        assertThat(values.get(i).get(60, SECONDS)).isEqualTo(md5(bytes(i, size(i))));
      }
    }
    assertThat(group.members()).isZero();
    assertThat(held).hasValue(0);
  }

  @Test
  void takesStreamsSideBySideAndTheirTasksInTurns() {
    // Given
    Deque<Runnable> tasks = new ArrayDeque<>();
    List<Integer> widths = new ArrayList<>();
    Md5Group group = new Md5Group(watched(widths), tasks::add);
    for (int i = 0; i < LANES.count() + 1; i++) {
      add(group.open(), new byte[512 << 10]);
    }
    assertThat(tasks).hasSize(2);

    // When
    tasks.remove().run();
    assertThat(tasks).hasSize(2);
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }

    // Then
    assertThat(widths.getFirst()).isEqualTo(LANES.count());
    assertThat(widths.stream().mapToInt(width -> width).sum()).isEqualTo(2 * LANES.count() + 2);
    assertThat(group.members()).isZero();
    assertThat(held).hasValue(0);
  }

  @Test
  void letsGoOfAWorkerThatIsNotNeeded() {
    // Given
    Deque<Runnable> tasks = new ArrayDeque<>();
    Md5Group group = new Md5Group(LANES, tasks::add);
    List<Md5Stream> streams = new ArrayList<>();
    for (int i = 0; i < LANES.count() + 1; i++) {
      streams.add(group.open());
      add(streams.getLast(), new byte[1 << 20]);
    }

    // When
    streams.subList(1, streams.size()).forEach(Md5Stream::abandon);
    tasks.remove().run();
    tasks.remove().run();

    // Then
    assertThat(tasks).hasSize(1);
    assertThat(group.members()).isOne();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void letsGoOfWhatNobodyWants(boolean begun) {
    // Given
    Deque<Runnable> tasks = new ArrayDeque<>();
    Md5Group group = new Md5Group(LANES, tasks::add);
    Md5Stream stream = group.open();
    add(stream, new byte[1 << 20]);
    add(stream, new byte[1000]);
    if (begun) {
      tasks.remove().run();
    }
    assertThat(held).hasValue(2);

    // When
    var value = stream.value();
    stream.abandon();
    tasks.remove().run();

    // Then
    assertThat(value).isCancelled();
    assertThat(held).hasValue(0);
    assertThat(group.members()).isZero();
    assertThat(tasks).isEmpty();
  }

  @Test
  void failsNobodyElseWithASlabThatCannotBeRead() throws Exception {
    // Given
    Deque<Runnable> tasks = new ArrayDeque<>();
    Md5Group group = new Md5Group(LANES, tasks::add);
    Md5Stream failing = group.open();
    Md5Stream healthy = group.open();
    byte[] bytes = bytes(1, 1000);
    PooledSlab released = new PooledSlab(ByteBuffer.allocate(100), () -> {});
    released.release();

    // When
    held.incrementAndGet();
    failing.add(released, held::decrementAndGet);
    add(failing, bytes);
    add(healthy, bytes);
    var failed = failing.value();
    var known = healthy.value();
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }

    // Then
    assertThatThrownBy(() -> failed.get(10, SECONDS)).hasRootCauseMessage("used after its release");
    assertThat(known.get(10, SECONDS)).isEqualTo(md5(bytes));
    assertThat(group.members()).isZero();
    assertThat(held).hasValue(0);
  }

  @Test
  void failsTheStreamsOfAFailedTurnAndServesTheNext() throws Exception {
    // Given
    Md5Lanes broken =
        new Md5Lanes() {
          @Override
          public int count() {
            return LANES.count();
          }

          @Override
          public void compress(int[][] states, MemorySegment[] inputs, int blocks) {
            if (inputs[0].get(ValueLayout.JAVA_BYTE, 0) == 'x') {
              throw new OutOfMemoryError("broken");
            }
            LANES.compress(states, inputs, blocks);
          }
        };
    Md5Group group = new Md5Group(broken, Runnable::run);
    Md5Stream failing = group.open();
    byte[] bytes = new byte[64];

    // When
    add(failing, "x".repeat(64).getBytes(UTF_8));
    Md5Stream next = group.open();
    add(next, bytes);

    // Then
    assertThatThrownBy(() -> failing.value().get(10, SECONDS)).hasRootCauseMessage("broken");
    assertThat(next.value().get(10, SECONDS)).isEqualTo(md5(bytes));
    assertThat(group.members()).isZero();
    assertThat(held).hasValue(0);
  }

  private static Md5Lanes watched(List<Integer> widths) {
    return new Md5Lanes() {
      @Override
      public int count() {
        return LANES.count();
      }

      @Override
      public void compress(int[][] states, MemorySegment[] inputs, int blocks) {
        widths.add(inputs.length);
        LANES.compress(states, inputs, blocks);
      }
    };
  }

  private void addInPieces(Md5Stream stream, byte[] bytes, Random random, int most) {
    for (int from = 0; from < bytes.length; ) {
      int to = Math.min(bytes.length, from + random.nextInt(most + 1));
      held.incrementAndGet();
      stream.add(slab(bytes, from, to, random.nextBoolean()), held::decrementAndGet);
      if (random.nextInt(8) == 0) {
        Thread.yield();
      }
      from = to;
    }
  }

  private static Slab slab(byte[] bytes, int from, int to, boolean direct) {
    if (!direct) {
      return new ArraySlab(bytes, from, to - from);
    }
    ByteBuffer copy = ByteBuffer.allocateDirect(to - from).put(bytes, from, to - from).flip();
    FillableSlab slab = new PooledSlab(copy, () -> {});
    slab.filled(to - from);
    return slab;
  }

  private void add(Md5Stream stream, byte[] bytes) {
    held.incrementAndGet();
    stream.add(new ArraySlab(bytes, 0, bytes.length), held::decrementAndGet);
  }

  private static int size(int number) {
    return 1 + number * 7_919;
  }

  private static byte[] bytes(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] md5(byte[] bytes) {
    Digest digest = Digest.of(DigestAlgorithm.MD5);
    digest.update(ByteBuffer.wrap(bytes));
    return digest.value();
  }
}
