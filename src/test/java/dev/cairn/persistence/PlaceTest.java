package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void sortsAsTheDatabaseDoes() {
    // The last character is beyond the others, although its first half is not.
    List<Place> sorted =
        List.of(
            new Place(1, "a"),
            new Place(1, "a/b"),
            new Place(1, "b"),
            new Place(1, "\u00e4"),
            new Place(1, "\uffee"),
            new Place(1, "\ud83d\ude00"),
            new Place(2, "A"));

    assertThat(sorted.reversed().stream().sorted().toList()).isEqualTo(sorted);
  }
}
