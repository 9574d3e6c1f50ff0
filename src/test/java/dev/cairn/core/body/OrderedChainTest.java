package dev.cairn.core.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedChainTest {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<String> ran = new ArrayList<>();

  @Test
  void letsOtherChainsHaveTheirTurn() {
    // Given
    OrderedChain one = new OrderedChain(tasks::add);
    OrderedChain other = new OrderedChain(tasks::add);
    for (int i = 1; i <= 3; i++) {
      String step = " " + i;
      one.add(() -> ran.add("one" + step));
      other.add(() -> ran.add("other" + step));
    }

    // When
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }

    // Then
    assertThat(ran).containsExactly("one 1", "other 1", "one 2", "other 2", "one 3", "other 3");
  }

  @Test
  void isWokenByWhatComesLater() {
    // Given
    OrderedChain chain = new OrderedChain(tasks::add);
    chain.add(() -> ran.add("first"));
    tasks.remove().run();
    assertThat(tasks).isEmpty();

    // When
    chain.add(() -> ran.add("second"));
    tasks.remove().run();

    // Then
    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void goesOnAfterAStepThatThrows() {
    // Given
    OrderedChain chain = new OrderedChain(tasks::add);
    chain.add(
        () -> {
          throw new IllegalStateException("broken");
        });
    chain.add(() -> ran.add("next"));

    // When
    assertThatThrownBy(() -> tasks.remove().run()).hasMessage("broken");
    tasks.remove().run();

    // Then
    assertThat(ran).containsExactly("next");
  }
}
