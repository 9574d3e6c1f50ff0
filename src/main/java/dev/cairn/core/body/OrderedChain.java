package dev.cairn.core.body;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs steps in the order in which they were added, one at a time, on whatever threads an executor
 * has: each step sees what the one before it did. A thread is taken only while there are steps.
 */
final class OrderedChain {
  private final Executor executor;
  private final Queue<Runnable> steps = new ArrayDeque<>();
  private boolean running;

  OrderedChain(Executor executor) {
    this.executor = executor;
  }

  /** Adds a step, which must not throw. */
  void add(Runnable step) {
    synchronized (steps) {
      steps.add(step);
      if (running) {
        return;
      }
      running = true;
    }
    executor.execute(this::runAll);
  }

  private void runAll() {
    for (Runnable step = next(); step != null; step = next()) {
      step.run();
    }
  }

  private Runnable next() {
    synchronized (steps) {
      Runnable step = steps.poll();
      running = step != null;
      return step;
    }
  }
}
