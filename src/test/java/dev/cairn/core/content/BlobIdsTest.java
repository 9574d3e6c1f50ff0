package dev.cairn.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.BlobId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlobIdsTest {
  @Test
  void beginsWithTheTime() {
    // Given
    Instant now = Instant.ofEpochMilli(0x01934AB6C0DEL);
    BlobIds ids = new BlobIds(() -> now, new Random(1));

    // When
    BlobId id = ids.next();

    // Then
    assertThat(id.toString()).startsWith("01934ab6-c0de-7");
    assertThat(id.value().version()).isEqualTo(7);
    assertThat(id.value().variant()).isEqualTo(2);
  }

  @Test
  void neverRepeats() {
    BlobIds ids = new BlobIds();
    Set<BlobId> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(ids.next())).isTrue();
    }
  }
}
