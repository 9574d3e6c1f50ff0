package dev.cairn.acceptance.durability;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writers that work side by side, through one process or several. */
final class Load {
  private final List<Writer> writers = new ArrayList<>();

  Load(int count, long seed) {
    for (int i = 0; i < count; i++) {
      writers.add(new Writer("writer-" + i, seed + i));
    }
  }

  /** Work under way. */
  final class Work implements AutoCloseable {
    private final List<WireStore> stores;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopped;

    private Work(List<WireStore> stores) {
      this.stores = new CopyOnWriteArrayList<>(stores);
      writers.forEach(writer -> running.add(threads.submit(() -> work(writer))));
    }

    private void work(Writer writer) {
      Random choice = new Random();
      while (!stopped) {
        List<WireStore> left = List.copyOf(stores);
        if (left.isEmpty()) {
          return;
        }
        WireStore store = left.get(choice.nextInt(left.size()));
        try {
          writer.step(store);
        } catch (IOException e) {
          stores.remove(store); // It was killed.
        }
      }
    }

    /** Waits for all writers; they end by themselves when every process was killed. */
    void awaitEnd() throws InterruptedException {
      for (Future<?> each : running) {
        try {
          each.get();
        } catch (ExecutionException e) {
          throw new AssertionError(e.getCause());
        }
      }
    }

    @Override
    public void close() throws InterruptedException {
      stopped = true;
      awaitEnd();
      threads.close();
    }
  }

  Work on(WireStore... stores) {
    return new Work(List.of(stores));
  }

  /** Whatever was acknowledged is there, and what was not is there wholly or not at all. */
  void check(WireStore store) throws IOException {
    for (Writer writer : writers) {
      writer.check(store);
    }
  }

  /** Waits until so many more changes are acknowledged. */
  void awaitMore(int changes) {
    long before = acknowledged();
    await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged() >= before + changes);
  }

  long acknowledged() {
    return writers.stream().mapToLong(Writer::acknowledged).sum();
  }
}
