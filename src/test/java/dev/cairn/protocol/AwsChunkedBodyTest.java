package dev.cairn.protocol;

import static dev.cairn.protocol.ChunkedWire.CRC;
import static dev.cairn.protocol.ChunkedWire.CRC32_TRAILER;
import static dev.cairn.protocol.ChunkedWire.EXTENSION;
import static dev.cairn.protocol.ChunkedWire.SIGNATURE;
import static dev.cairn.protocol.ChunkedWire.TRAILER;
import static dev.cairn.protocol.ChunkedWire.ascii;
import static dev.cairn.protocol.ChunkedWire.assertClaimsCrc;
import static dev.cairn.protocol.ChunkedWire.read;
import static dev.cairn.protocol.ChunkedWire.signed;
import static dev.cairn.protocol.ChunkedWire.signedWithTrailer;
import static dev.cairn.protocol.ChunkedWire.unsigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Slab;
import dev.cairn.model.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class AwsChunkedBodyTest {
  private final ChunkedWire.Signatures signatures = new ChunkedWire.Signatures();

  @Test
  void takesUnsignedFramingOffWhereverItIsCut() {
    byte[] wire = ascii("5\r\nhello\r\n7\r\n, world\r\n0\r\n" + TRAILER + ":" + CRC + "\r\n\r\n");

    for (int first = 1; first < wire.length - 1; first++) {
      for (int second = first + 1; second < wire.length; second++) {
        BytesBody source = BytesBody.cutAt(wire.clone(), first, second);
        AwsChunkedBody body = unsigned(source, 12);

        assertThat(read(body)).as("cut at %s and %s", first, second).isEqualTo("hello, world");
        assertThat(source.slabsHeld()).isZero();
        assertClaimsCrc(body);
      }
    }
  }

  @Test
  void takesSignedFramingOffByteByByte() {
    String payload = "a".repeat(8192) + "the end";
    byte[] wire =
        ascii(
            "2000"
                + EXTENSION
                + "\r\n"
                + payload.substring(0, 8192)
                + "\r\n7"
                + EXTENSION
                + "\r\nthe end\r\n0"
                + EXTENSION
                + "\r\n\r\n");

    String read = read(signed(BytesBody.inSlabsOf(1, wire), payload.length(), signatures));

    assertThat(read).isEqualTo(payload);
    assertThat(signatures.asked)
        .containsExactly(
            "chunk " + Hashes.sha256Hex("a".repeat(8192)),
            "chunk " + Hashes.sha256Hex("the end"),
            "chunk " + Hashes.sha256Hex(""));
  }

  @Test
  void verifiesSignedTrailers() {
    byte[] wire =
        ascii(
            "5"
                + EXTENSION
                + "\r\nhello\r\n0"
                + EXTENSION
                + "\r\nX-Amz-Checksum-CRC32: "
                + CRC
                + " \r\nx-amz-trailer-signature:"
                + SIGNATURE
                + "\r\n\r\n");

    AwsChunkedBody body = signedWithTrailer(BytesBody.of(wire), 5, signatures);

    assertThat(read(body)).isEqualTo("hello");
    assertThat(signatures.asked)
        .endsWith("trailer " + Hashes.sha256Hex(TRAILER + ":" + CRC + "\n"));
    assertClaimsCrc(body);
  }

  @Test
  void readsTrailersThatEndWithLfCrLf() {
    String signedTail = TRAILER + ":" + CRC + "\n\r\nx-amz-trailer-signature:" + SIGNATURE;
    byte[] unsigned = ascii("5\r\nhello\r\n0\r\n" + TRAILER + ":" + CRC + "\n\r\n\r\n");
    byte[] signed =
        ascii("5" + EXTENSION + "\r\nhello\r\n0" + EXTENSION + "\r\n" + signedTail + "\r\n\r\n");

    assertThat(read(unsigned(BytesBody.of(unsigned), 5))).isEqualTo("hello");
    assertThat(read(signedWithTrailer(BytesBody.of(signed), 5, signatures))).isEqualTo("hello");
    assertThat(signatures.asked)
        .endsWith("trailer " + Hashes.sha256Hex(TRAILER + ":" + CRC + "\n"));
  }

  @Test
  void readsAnEmptyPayload() {
    byte[] wire = ascii("0" + EXTENSION + "\r\n\r\n");

    assertThat(read(signed(BytesBody.of(wire), 0, signatures))).isEmpty();
  }

  @Test
  void declaresTheLengthOfThePayload() {
    assertThat(unsigned(BytesBody.of("0\r\n\r\n"), 7).declaredLength()).hasValue(7);
  }

  @Test
  void keepsTheMemoryOfItsSlabs() {
    byte[] wire = ascii("5\r\nhello\r\n5\r\nworld\r\n0\r\n" + TRAILER + ":" + CRC + "\r\n\r\n");
    BytesBody source = BytesBody.of(wire);

    Slab slab = unsigned(source, 10).next().await().indefinitely();
    slab.retain().release();

    assertThat(slab.size()).isEqualTo(10);
    assertThat(slab.bytes().array()).isSameAs(wire);
    assertThat(source.slabsHeld()).isOne();
    slab.release();
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void leavesTheWorkToTheWorker() {
    List<Runnable> tasks = new ArrayList<>();
    AwsChunkedBody body =
        new AwsChunkedBody(
            BytesBody.of("5\r\nhello\r\n"), 5, Optional.empty(), Optional.empty(), tasks::add);
    List<Slab> slabs = new ArrayList<>();

    body.next().subscribe().with(slabs::add);

    assertThat(slabs).isEmpty();
    tasks.removeFirst().run();
    assertThat(slabs).singleElement().extracting(Slab::size).isEqualTo(5);
  }

  @Test
  void passesTheFailureOfItsSourceOn() {
    RuntimeException gone = new Failure.ClientGone().exception();
    BytesBody source = BytesBody.of("5\r\nhel").failingWith(gone);

    assertThatThrownBy(() -> read(unsigned(source, 5))).isSameAs(gone);
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void releasesTheSlabWhenTheWorkerIsGone() {
    Executor stopped =
        task -> {
          throw new RejectedExecutionException();
        };
    BytesBody source = BytesBody.of("5\r\nhello\r\n");
    AwsChunkedBody body =
        new AwsChunkedBody(source, 5, Optional.empty(), Optional.of(CRC32_TRAILER), stopped);

    assertThatThrownBy(() -> read(body)).isInstanceOf(RejectedExecutionException.class);
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void abandonsItsSource() {
    BytesBody source = BytesBody.of("5\r\nhello\r\n");

    unsigned(source, 5).abandon();

    assertThat(source.isAbandoned()).isTrue();
  }
}
