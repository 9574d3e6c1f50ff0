package dev.cairn.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Slab;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.AnnouncedTrailers;
import dev.cairn.protocol.AwsChunkedBody;
import dev.cairn.protocol.ChunkSignatures;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.form.Form;
import dev.cairn.protocol.form.FormReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Bodies in framing, changed at random and cut anywhere: wherever the network cuts them, they mean
 * the same or are refused alike, and no slab is kept.
 */
class BodyFuzzTest {
  private static final int TRIES = 3_000;

  /** Longer ones are too deep for a worker that is none, slab by slab. */
  private static final int SHORT = 400;

  private static final String SIGNED = ";chunk-signature=" + "0123456789abcdef".repeat(4) + "\r\n";
  private static final String CRC = "x-amz-checksum-crc32";
  private static final List<String> CHUNKED =
      List.of(
          "5\r\nhello\r\n0\r\n" + CRC + ":NhCmhg==\r\n\r\n",
          "3\r\nhel\r\n2\r\nlo\r\n0\r\n" + CRC + ":NhCmhg==\r\n\r\n",
          "5\r\nhello\r\n0\r\n\r\n",
          "5" + SIGNED + "hello\r\n0" + SIGNED + "\r\n",
          "5"
              + SIGNED
              + "hello\r\n0"
              + SIGNED
              + CRC
              + ":NhCmhg==\r\nx-amz-trailer-signature:"
              + "0123456789abcdef".repeat(4)
              + "\r\n\r\n",
          "0\r\n\r\n");

  private static final WireForm FORM =
      WireForm.of("the content of a file\r\n--and more of it")
          .with("key", "a/${filename}")
          .with("acl", "private")
          .with("policy", "e30=")
          .with("x-amz-meta-a", "b");

  private static final ChunkSignatures ANY =
      new ChunkSignatures() {
        @Override
        public void verifyChunk(byte[] sha256, String signature) {}

        @Override
        public void verifyTrailer(byte[] sha256, String signature) {}
      };

  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  @Test
  void framingMeansTheSameWhereverItIsCut() {
    AnnouncedTrailers trailers =
        AnnouncedTrailers.parse(Optional.of(CRC), Map.of(CRC, DigestAlgorithm.CRC32));

    Fuzz.times(
        TRIES,
        random -> {
          Mutator mutator = new Mutator(random);
          byte[] framed = mutator.text(mutator.oneOf(CHUNKED)).getBytes(ISO_8859_1);
          long length = mutator.oneIn(4) ? random.nextInt(10) : 5;
          var signatures = mutator.oneIn(2) ? Optional.of(ANY) : Optional.<ChunkSignatures>empty();
          var announced =
              mutator.oneIn(2) ? Optional.of(trailers) : Optional.<AnnouncedTrailers>empty();
          assertSameWhereverCut(
              framed,
              random,
              body -> {
                byte[] bytes =
                    all(new AwsChunkedBody(body, length, signatures, announced, Runnable::run));
                assertThat(bytes).as("decoded").hasSize((int) length);
                return new String(bytes, ISO_8859_1);
              });
        });

    assertBothHappened();
  }

  @Test
  void formsMeanTheSameWhereverTheyAreCut() {
    Fuzz.times(
        TRIES,
        random -> {
          Mutator mutator = new Mutator(random);
          byte[] bytes = FORM.bytes();
          String type = "multipart/form-data; boundary=" + WireForm.BOUNDARY;
          Headers headers =
              Headers.builder()
                  .add("Content-Type", mutator.oneIn(5) ? mutator.text(type) : type)
                  .build();
          assertSameWhereverCut(
              mutator.oneIn(10) ? bytes : mutator.bytes(bytes), random, b -> form(b, headers));
        });

    assertBothHappened();
  }

  private static String form(Body body, Headers headers) {
    Form form = FormReader.read(body, headers, 20 << 10).await().indefinitely();
    try {
      StringBuilder text = new StringBuilder();
      form.fields().fields().forEach(f -> text.append(f.name() + '=' + f.value() + '\n'));
      form.file().ifPresent(file -> text.append(new String(all(file), ISO_8859_1)));
      return text.toString();
    } finally {
      form.abandon();
    }
  }

  private void assertSameWhereverCut(
      byte[] bytes, Random random, Function<BytesBody, String> reading) {
    String whole = outcome(BytesBody.of(bytes.clone()), reading); // read where it lies
    int[] cuts = random.ints(random.nextInt(6), 0, bytes.length + 1).sorted().toArray();

    assertThat(outcome(BytesBody.cutAt(bytes, cuts), reading))
        .as("%s, cut at %s", new String(bytes, ISO_8859_1), Arrays.toString(cuts))
        .isEqualTo(whole);
    if (bytes.length < SHORT) {
      assertThat(outcome(BytesBody.inSlabsOf(1, bytes), reading)).as("in bytes").isEqualTo(whole);
    }
  }

  /** What is read of it, or why it is refused. */
  private String outcome(BytesBody body, Function<BytesBody, String> reading) {
    String outcome;
    try {
      outcome = "read " + reading.apply(body);
      read.incrementAndGet();
    } catch (FailureException e) {
      assertThat(e.failure()).isNotInstanceOf(Failure.Internal.class);
      body.abandon();
      outcome = "refused"; // of two things that are wrong, the one that comes to light first
      refused.incrementAndGet();
    }
    assertThat(body.slabsHeld()).as("slabs held after it was %s", outcome).isZero();
    return outcome;
  }

  private static byte[] all(Body body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Slab slab = next(body); slab != null; slab = next(body)) {
      ByteBuffer bytes = slab.bytes();
      while (bytes.hasRemaining()) {
        all.write(bytes.get());
      }
      slab.release();
    }
    return all.toByteArray();
  }

  private static Slab next(Body body) {
    return body.next().await().indefinitely();
  }

  /** Else it would show nothing. */
  private void assertBothHappened() {
    if (Long.getLong("fuzz.seed") == null) {
      assertThat(read.get()).as("read").isPositive();
      assertThat(refused.get()).as("refused").isPositive();
    }
  }
}
