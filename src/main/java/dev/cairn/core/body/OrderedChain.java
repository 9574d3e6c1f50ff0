package dev.cairn.core.body;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs steps in the order in which they were added, one at a time, on whatever threads an executor
 * has: each step sees what the one before it did. Each is a task of its own, so that the chains
 * that share the threads all move on.
 */
final class OrderedChain {
  private final Executor executor;
  private final Queue<Runnable> steps = new ArrayDeque<>();

  OrderedChain(Executor executor) {
    this.executor = executor;
  }

  /** Adds a step. Should it throw, the next ones run all the same. */
  void add(Runnable step) {
    boolean idle;
    synchronized (steps) {
      idle = steps.isEmpty();
      steps.add(step);
    }
    if (idle) {
      executor.execute(this::runFirst);
    }
  }

  private void runFirst() {
    Runnable first;
    synchronized (steps) {
      first = steps.element();
    }
    try {
      first.run();
    } finally {
      goOn();
    }
  }

  private void goOn() {
    boolean more;
    synchronized (steps) {
      steps.remove();
      more = !steps.isEmpty();
    }
    if (more) {
      executor.execute(this::runFirst);
    }
  }
}
