package dev.cairn.boot;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Computes digests: as many threads as processors, since the work is all computing. */
@Singleton
final class DigestThreads implements Executor {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          PROCESSORS,
          PROCESSORS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          this::thread,
          // After the stop: what an upload that is cut off still holds must come back.
          (work, stopped) -> work.run());

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "cairn-digest-" + number.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }
}
