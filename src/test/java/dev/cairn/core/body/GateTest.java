package dev.cairn.core.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GateTest {
  private final Gate gate = new Gate(2);

  @Test
  void isOpenBelowItsLimit() {
    gate.enter();
    assertThat(gate.opening().subscribeAsCompletionStage()).isDone();
  }

  @Test
  void opensWhenThereIsRoomAgain() {
    // Given
    gate.enter();
    gate.enter();
    var opening = gate.opening().subscribeAsCompletionStage();
    assertThat(opening).isNotDone();

    // When
    gate.leave();

    // Then
    assertThat(opening).isDone();
  }

  @Test
  void isIdleWhenNothingIsUnderWay() {
    // Given
    gate.enter();
    gate.enter();
    var idle = gate.idle().subscribeAsCompletionStage();
    gate.leave();
    assertThat(idle).isNotDone();

    // When
    gate.leave();

    // Then
    assertThat(idle).isDone();
  }

  @Test
  void staysOpenWithoutALimit() {
    Gate none = new Gate(0);
    assertThat(none.opening().subscribeAsCompletionStage()).isDone();
  }
}
