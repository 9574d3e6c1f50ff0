package dev.cairn.core.upkeep;

import io.smallrye.mutiny.Uni;

/** Background work that is run again and again, in every process; many at once do no harm. */
public interface UpkeepTask {
  /** One run. Returns how many things it did something about. */
  Uni<Integer> run();
}
