package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** MiB of a slab that one core digests in a second. */
@State(Scope.Benchmark)
public class DigestBenchmark {
  @Param public DigestAlgorithm algorithm;
  private final ByteBuffer slab = ByteBuffer.allocateDirect(1 << 20);

  @Setup
  public void fill() {
    byte[] bytes = new byte[slab.capacity()];
    new Random(1).nextBytes(bytes);
    slab.clear().put(bytes).flip();
  }

  @Benchmark
  public byte[] digest() {
    Digest digest = Digest.of(algorithm);
    digest.update(slab.duplicate());
    return digest.value();
  }
}
