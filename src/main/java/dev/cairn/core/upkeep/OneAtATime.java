package dev.cairn.core.upkeep;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps a task from overtaking itself: a run that comes while another lasts does nothing. */
public final class OneAtATime implements UpkeepTask {
  private final UpkeepTask task;
  private final AtomicBoolean running = new AtomicBoolean();

  public OneAtATime(UpkeepTask task) {
    this.task = task;
  }

  @Override
  public Uni<Integer> run() {
    return Uni.createFrom()
        .deferred(
            () ->
                running.compareAndSet(false, true)
                    ? Uni.createFrom()
                        .deferred(task::run)
                        .onTermination()
                        .invoke(() -> running.set(false))
                    : Uni.createFrom().item(0));
  }
}
