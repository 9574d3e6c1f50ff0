package dev.cairn.core.body;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** MiB of streams side by side, taken together, that one core digests in a second. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Md5LanesBenchmark {
  @Param({"1", "2", "4", "8", "16"})
  public int streams;

  private final Md5Lanes lanes = new VectorMd5Lanes();
  private MemorySegment[] inputs;
  private int[][] states;

  @Setup
  public void fill() {
    if (streams > lanes.count()) {
      throw new IllegalArgumentException("there are " + lanes.count() + " lanes");
    }
    inputs = new MemorySegment[streams];
    Arrays.setAll(
        inputs, i -> MemorySegment.ofBuffer(ByteBuffer.allocateDirect((1 << 20) / streams)));
    states = new int[streams][Md5Lanes.STATE];
  }

  @Benchmark
  public int[][] digest() {
    lanes.compress(states, inputs, (1 << 20) / streams / Md5Lanes.BLOCK);
    return states;
  }
}
