package dev.cairn.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.acceptance.InJvm;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireRequest;
import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.core.body.SlabPool;
import dev.cairn.fuzz.Fuzz;
import dev.cairn.fuzz.Mutator;
import dev.cairn.fuzz.Samples;
import dev.cairn.fuzz.Samples.Sample;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Valid requests of every dialect, changed at random before they are signed, afterwards, or byte by
 * byte: each is answered, never with 500, and afterwards the service is as it was.
 */
@QuarkusTest
@WithTestResource(dev.cairn.boot.RunningCairn.class)
class FuzzQuarkusTest implements UsesWire, InJvm {
  private static final int TRIES = 1_500;
  private static final int PATIENCE_MS = 60_000;
  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

  private final DirectSlabPool slabs;
  private final MeterRegistry meters;
  private final String bucket = "fuzz-" + UUID.randomUUID();

  FuzzQuarkusTest(SlabPool slabs, MeterRegistry meters) {
    this.slabs = (DirectSlabPool) slabs;
    this.meters = meters;
  }

  @Test
  void everyRequestIsAnsweredAndNothingIsLeft() {
    // Given
    List<Sample> samples = Samples.all(bucket, cairn().port());
    List<WireRequest> requests = samples.stream().map(Sample::request).toList();
    AtomicInteger done = new AtomicInteger();
    AtomicInteger succeeded = new AtomicInteger();
    int pending = Stored.in(cairn()).pending();

    // When
    Fuzz.times(
        TRIES,
        random -> {
          if (done.getAndIncrement() % 50 == 0) {
            ask(request("PUT", "/" + bucket).body(""));
            ask(request("PUT", "/" + bucket + "/k").body("hello"));
          }
          String answer = answerTo(made(new Mutator(random), samples, requests));
          assertSane(answer);
          if (answer.startsWith("HTTP/1.1 20")) {
            succeeded.incrementAndGet();
          }
        });

    // Then
    assertThat(ask("GET", "/").status()).isEqualTo(200);
    await()
        .untilAsserted(
            () -> {
              assertThat(slabs.lent()).as("bytes of slabs lent").isZero();
              assertThat(meters.get("cairn.requests.active").gauge().value()).isZero();
              assertThat(Stored.in(cairn()).pending()).isLessThanOrEqualTo(pending);
            });
    if (Long.getLong("fuzz.seed") == null) {
      assertThat(succeeded.get()).as("requests that were still good").isGreaterThan(50);
    }
  }

  private byte[] made(Mutator mutator, List<Sample> samples, List<WireRequest> requests) {
    Sample sample = mutator.oneOf(samples);
    WireRequest asked =
        mutator.oneIn(3) ? sample.request() : mutator.request(sample.request(), requests);
    if (mutator.oneIn(2)) {
      asked = asked.body(asked.body());
    }
    WireRequest signed =
        Samples.signed(sample, asked, cairn().accessKeyId(), cairn().secretAccessKey(), mutator);
    WireRequest sent = mutator.oneIn(3) ? mutator.request(signed, requests) : signed;
    return mutator.oneIn(5) ? mutator.bytes(sent.bytes()) : sent.bytes();
  }

  /** Everything that comes back; nothing does, where there was no whole head. */
  private String answerTo(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), cairn().port())) {
      socket.setSoTimeout(PATIENCE_MS);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      } catch (SocketException e) {
        return ""; // closed over what it would not read
      }
    }
  }

  private static void assertSane(String answer) {
    String last = answer.startsWith(CONTINUE) ? answer.substring(CONTINUE.length()) : answer;
    if (!last.isEmpty()) {
      String head = last.split("\r\n\r\n", 2)[0];
      assertThat(head).matches("(?s)HTTP/1\\.[01] [2345][0-9][0-9] .*");
      assertThat(head).doesNotContainPattern("^HTTP/1\\.[01] 500").doesNotContain("\nX-Injected");
    }
  }
}
