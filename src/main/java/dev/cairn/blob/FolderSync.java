package dev.cairn.blob;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Syncs folders for many writers at once: those who come while a sync of their folder runs share
 * the next one, since only one that begins after their file was made can vouch for it.
 */
final class FolderSync {
  private final Function<Path, Future<Void>> sync;

  /** Folders being synced, each with what its next sync will complete, where someone waits. */
  private final Map<Path, Promise<Void>> next = new HashMap<>();

  /**
   * @param sync syncs one folder
   */
  FolderSync(Function<Path, Future<Void>> sync) {
    this.sync = sync;
  }

  /** Completes when a sync has ended that began after this call. */
  Future<Void> sync(Path folder) {
    Promise<Void> promise;
    synchronized (next) {
      if (next.containsKey(folder)) {
        return next.computeIfAbsent(folder, busy -> Promise.promise()).future();
      }
      next.put(folder, null);
      promise = Promise.promise();
    }
    run(folder, promise);
    return promise.future();
  }

  private void run(Path folder, Promise<Void> promise) {
    sync.apply(folder)
        .onComplete(
            synced -> {
              Promise<Void> waiting = takeWaiting(folder);
              if (waiting != null) {
                run(folder, waiting);
              }
              promise.handle(synced);
            });
  }

  /** What the next sync is to complete; without anyone waiting the folder is idle again. */
  private Promise<Void> takeWaiting(Path folder) {
    synchronized (next) {
      Promise<Void> waiting = next.remove(folder);
      if (waiting != null) {
        next.put(folder, null);
      }
      return waiting;
    }
  }
}
