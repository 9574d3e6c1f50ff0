package dev.cairn.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderSyncTest {
  private static final Path FOLDER = Path.of("a");
  private static final Path OTHER = Path.of("b");

  private final List<Promise<Void>> runs = new ArrayList<>();
  private final FolderSync sync =
      new FolderSync(
          folder -> {
            Promise<Void> run = Promise.promise();
            runs.add(run);
            return run.future();
          });

  @Test
  void syncsOnceForAllThatComeWhileItRuns() {
    // Given
    Future<Void> first = sync.sync(FOLDER);
    Future<Void> second = sync.sync(FOLDER);
    Future<Void> third = sync.sync(FOLDER);
    assertThat(runs).hasSize(1);

    // When
    runs.getFirst().complete();

    // Then
    assertThat(runs).hasSize(2);
    assertThat(first.succeeded()).isTrue();
    assertThat(second.isComplete()).isFalse();
    runs.getLast().complete();
    assertThat(second.succeeded()).isTrue();
    assertThat(third.succeeded()).isTrue();
  }

  @Test
  void startsAgainWhenItIsIdle() {
    // Given
    sync.sync(FOLDER);
    runs.getFirst().complete();

    // When
    Future<Void> later = sync.sync(FOLDER);

    // Then
    assertThat(runs).hasSize(2);
    runs.getLast().complete();
    assertThat(later.succeeded()).isTrue();
  }

  @Test
  void syncsFoldersBesideEachOther() {
    sync.sync(FOLDER);
    sync.sync(OTHER);
    assertThat(runs).hasSize(2);
  }

  @Test
  void failsThoseWhoseSyncFailed() {
    // Given
    Future<Void> first = sync.sync(FOLDER);
    Future<Void> second = sync.sync(FOLDER);

    // When
    runs.getFirst().fail(new IOException("I/O error"));

    // Then
    assertThat(first.failed()).isTrue();
    runs.getLast().complete();
    assertThat(second.succeeded()).isTrue();
  }
}
