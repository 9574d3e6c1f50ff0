package dev.cairn.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private long nanos = -5;
  private final Pace pace = new Pace(4, () -> nanos);

  @Test
  void letsAsManyPassAtOnceAsInASecond() {
    assertThat(passedOf(10)).isEqualTo(4);
  }

  @Test
  void tellsWhenToComeBack() {
    passedOf(4);

    assertThat(pace.refusal()).isEqualTo(new Failure.TooManyRequests(4, Duration.ofSeconds(1)));
  }

  @Test
  void letsPassWhatComesInTime() {
    passedOf(4);
    int passed = 0;
    for (int i = 0; i < 40; i++) {
      nanos += 250_000_001;
      passed += passedOf(1);
    }

    assertThat(passed).isEqualTo(40);
  }

  @Test
  void savesNothingUpOfALongSilence() {
    nanos += Duration.ofDays(365).toNanos();

    assertThat(passedOf(10)).isEqualTo(4);
  }

  private int passedOf(int requests) {
    int passed = 0;
    for (int i = 0; i < requests; i++) {
      passed += pace.refusal() == null ? 1 : 0;
    }
    return passed;
  }
}
