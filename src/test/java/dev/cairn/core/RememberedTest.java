package dev.cairn.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private static final Duration MAX_AGE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, String> catalog = new HashMap<>(Map.of("key", "old"));
  private final Remembered.Epoch epoch = new Remembered.Epoch();
  private long now;
  private int questions;

  private Remembered<String, String> remembered(Duration maxAge) {
    return new Remembered<>(this::ask, epoch, maxAge, () -> now);
  }

  private Uni<Optional<String>> ask(String key) {
    questions++;
    return Uni.createFrom().item(Optional.ofNullable(catalog.get(key)));
  }

  private static <T> T await(Uni<T> result) {
    return result.await().atMost(PATIENCE);
  }

  @Test
  void asksAgainWhenTheAnswerIsTooOld() {
    // Given
    Remembered<String, String> remembered = remembered(MAX_AGE);
    await(remembered.find("key"));
    catalog.put("key", "new");

    // When
    now = MAX_AGE.toNanos() - 1;
    Optional<String> before = await(remembered.find("key"));
    now = MAX_AGE.toNanos();
    Optional<String> after = await(remembered.find("key"));

    // Then
    assertThat(before).hasValue("old");
    assertThat(after).hasValue("new");
    assertThat(questions).isEqualTo(2);
  }

  @Test
  void seesAChangeOfItsOwnProcessAtOnce() {
    // Given
    Remembered<String, String> remembered = remembered(MAX_AGE);
    await(remembered.find("key"));

    // When
    await(epoch.endingWith(Uni.createFrom().item(() -> catalog.put("key", "new"))));

    // Then
    assertThat(await(remembered.find("key"))).hasValue("new");
  }

  @Test
  void asksAgainAfterAChangeThatFailed() {
    // Given
    Remembered<String, String> remembered = remembered(MAX_AGE);
    await(remembered.find("key"));
    catalog.put("key", "new");

    // When
    Uni<Object> change = Uni.createFrom().failure(new IllegalStateException("outcome unknown"));
    assertThatThrownBy(() -> await(epoch.endingWith(change))).hasMessage("outcome unknown");

    // Then
    assertThat(await(remembered.find("key"))).hasValue("new");
  }

  @Test
  void doesNotRememberAnAnswerThatAChangeHasOvertaken() {
    // Given
    CompletableFuture<Optional<String>> slow = new CompletableFuture<>();
    Remembered<String, String> remembered =
        new Remembered<>(
            key -> slow.isDone() ? ask(key) : Uni.createFrom().completionStage(slow),
            epoch,
            MAX_AGE,
            () -> now);
    var asked = remembered.find("key").subscribeAsCompletionStage();

    // When
    await(epoch.endingWith(Uni.createFrom().item(() -> catalog.put("key", "new"))));
    slow.complete(Optional.of("old"));

    // Then
    assertThat(asked.join()).hasValue("old");
    assertThat(await(remembered.find("key"))).hasValue("new");
  }

  @Test
  void neverRemembersThatSomethingIsNotThere() {
    // Given
    Remembered<String, String> remembered = remembered(MAX_AGE);
    await(remembered.find("other"));
    catalog.put("other", "there now");

    // When
    Optional<String> found = await(remembered.find("other"));

    // Then
    assertThat(found).hasValue("there now");
  }

  @Test
  void remembersNothingWhenNoAnswerMayBeOld() {
    // Given
    Remembered<String, String> remembered = remembered(Duration.ZERO);
    await(remembered.find("key"));

    // When
    await(remembered.find("key"));

    // Then
    assertThat(questions).isEqualTo(2);
  }
}
