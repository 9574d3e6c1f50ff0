package dev.cairn.bench;

import dev.cairn.acceptance.PackagedCairn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Starts what is measured, runs the rounds, writes the table, and leaves nothing running. */
public final class Bench {
  private final Options options;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  private Bench(Options options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws Exception {
    Bench bench = new Bench(Options.ofSystem());
    // On Ctrl-C too.
    Runtime.getRuntime().addShutdownHook(new Thread(bench::end, "bench-end"));
    try {
      bench.run();
    } finally {
      bench.end();
    }
  }

  private void run() throws Exception {
    Path work = fresh("work");
    PageCache memory = keep(PageCache.in(work));
    MeasuredCairn cairn = keep(MeasuredCairn.in(work.resolve("data"), options.jvm()));
    Nginx nginx = keep(Nginx.in(work.resolve("nginx")));
    Pgbench pgbench = Pgbench.of(cairn, work.resolve("pgbench"));
    cairn.createBucket("bench");
    Path files = Files.createDirectories(work.resolve("files"));
    Surroundings with = new Surroundings(options, cairn, nginx, pgbench, "bench", files);
    List<Case> chosen = Cases.all(with).stream().filter(options::chooses).toList();
    chosen.forEach(this::keep);
    List<Outcome> outcomes = new Rounds(with, memory).run(chosen);
    new Report(options, outcomes).write();
  }

  private Path fresh(String name) throws Exception {
    Path folder = options.folder().resolve(name);
    if (Files.exists(folder)) {
      PackagedCairn.deleteTree(folder);
    }
    return Files.createDirectories(folder);
  }

  private synchronized <T extends AutoCloseable> T keep(T started) {
    running.push(started);
    return started;
  }

  private synchronized void end() {
    List<Exception> failures = new ArrayList<>();
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        failures.add(e);
      }
    }
    failures.forEach(Throwable::printStackTrace);
    Path work = options.folder().resolve("work");
    if (Files.exists(work)) {
      PackagedCairn.deleteTree(work);
    }
  }
}
