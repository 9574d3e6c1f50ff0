package dev.cairn.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * MiB of aws-chunked framing taken off in a second. The decoder works in place, so each time there
 * is a copy of the framed bytes too; {@link #copy} is the cost of that alone.
 */
@State(Scope.Benchmark)
public class AwsChunkedDecoderBenchmark {
  private static final int LENGTH = 1 << 20;

  @Param({"8192", "131072"})
  public int chunk;

  @Param({"false", "true"})
  public boolean signed;

  private ByteBuffer framed;
  private ByteBuffer slab;

  @Setup
  public void frame() {
    String extension = signed ? ChunkedWire.EXTENSION : "";
    String header = Integer.toHexString(chunk) + extension + "\r\n";
    String body = (header + "x".repeat(chunk) + "\r\n").repeat(LENGTH / chunk);
    byte[] bytes = (body + "0" + extension + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    framed = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    slab = ByteBuffer.allocateDirect(bytes.length);
  }

  @Benchmark
  public ByteBuffer copy() {
    return slab.clear().put(framed.duplicate()).flip();
  }

  @Benchmark
  public int decode() {
    AwsChunkedDecoder decoder =
        new AwsChunkedDecoder(
            LENGTH, signed ? Optional.of(new AnySignature()) : Optional.empty(), Optional.empty());
    int payload = decoder.decode(copy());
    decoder.end();
    return payload;
  }

  /** The chunks are hashed as always; the signature of each is measured apart. */
  private static final class AnySignature implements ChunkSignatures {
    @Override
    public void verifyChunk(byte[] sha256, String signature) {}

    @Override
    public void verifyTrailer(byte[] sha256, String signature) {}
  }
}
