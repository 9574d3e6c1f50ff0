package dev.cairn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireRequest;
import dev.cairn.boot.SpokenDialects;
import dev.cairn.dialect.DialectSelector;
import dev.cairn.dialect.family.signature.OneAccount;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Requests of every dialect, changed at random, through all that reads them: target, query, host,
 * signatures in headers and queries, conditions, ranges, copy sources, tags, access lists, forms
 * and documents. Whatever they are, they are read or refused.
 */
class RequestFuzzTest {
  private static final int TRIES = 2_500;

  private final DialectSelector dialects = SpokenDialects.with(new OneAccount().credentials());
  private final List<Samples.Sample> samples = Samples.all("bucket", 9000);
  private final List<WireRequest> requests = samples.stream().map(Samples.Sample::request).toList();

  @Test
  void everyRequestIsReadOrRefused() {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();

    Fuzz.times(
        TRIES,
        random -> {
          Mutator mutator = new Mutator(random);
          Samples.Sample sample = mutator.oneOf(samples);
          WireRequest signed =
              Samples.signed(
                  sample,
                  mutator.oneIn(2) ? mutator.request(sample.request(), requests) : sample.request(),
                  OneAccount.ACCESS_KEY_ID,
                  OneAccount.SECRET,
                  mutator);
          WireRequest sent = mutator.oneIn(2) ? mutator.request(signed, requests) : signed;
          boolean done = new Reading(dialects, sent).run();
          (done ? read : refused).incrementAndGet();
        });

    // Else it would show nothing.
    if (Long.getLong("fuzz.seed") == null) {
      assertThat(read.get()).as("read").isPositive();
      assertThat(refused.get()).as("refused").isPositive();
    }
  }
}
