package dev.cairn.acceptance.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that work side by side for a while. */
final class Crowd {
  private final List<Client> clients = new ArrayList<>();

  /** Steps that were taken by each kind of client. */
  record Work(Map<String, Long> steps) {}

  void add(Client client) {
    clients.add(client);
  }

  /** Lets them all work, fails when one of them does, and sends them away. */
  Work work(Duration length) throws Exception {
    Map<String, Long> steps = new TreeMap<>();
    long end = System.nanoTime() + length.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<Client, Future<Long>> working = new LinkedHashMap<>();
      clients.forEach(client -> working.put(client, threads.submit(() -> work(client, end))));
      for (var each : working.entrySet()) {
        steps.merge(each.getKey().getClass().getSimpleName(), each.getValue().get(), Long::sum);
      }
    }
    for (Client client : clients) {
      client.close();
    }
    return new Work(steps);
  }

  private static long work(Client client, long end) throws Exception {
    long steps = 0;
    for (; System.nanoTime() < end; steps++) {
      client.step();
    }
    return steps;
  }
}
