package dev.cairn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that begin together. */
final class Parallel {
  /** One of the threads; they are numbered from 0. */
  interface Task {
    void run(int number) throws Exception;
  }

  private Parallel() {}

  /** Seconds from the common begin until the last one is done. */
  static double seconds(int threads, Task task) throws Exception {
    CyclicBarrier begin = new CyclicBarrier(threads + 1);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        running.add(
            executor.submit(
                () -> {
                  begin.await();
                  task.run(number);
                  return null;
                }));
      }
      begin.await();
      long start = System.nanoTime();
      for (Future<?> each : running) {
        each.get();
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
