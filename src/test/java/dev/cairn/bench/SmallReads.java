package dev.cairn.bench;

import java.util.List;

/** GETs or HEADs of small objects, against rows found by key. */
final class SmallReads extends Case {
  static final int CONNECTIONS = 32;
  private static final int OBJECTS = 10_000;
  private static final String LIMIT = "pgbench, SELECT by key";

  private final String method;
  private final Wrk wrk;
  private List<String> targets;

  private SmallReads(Surroundings with, String name, String title, String method, Wrk wrk) {
    super(with, name, title, Unit.OPERATIONS, Goal.ratio(0.4, LIMIT));
    this.method = method;
    this.wrk = wrk;
  }

  static Case gets(Surroundings with, Wrk wrk) {
    return new SmallReads(with, "get-4k", "GET 4 KiB × 32", "GET", wrk);
  }

  static Case heads(Surroundings with, Wrk wrk) {
    return new SmallReads(with, "head-4k", "HEAD 4 KiB × 32", "HEAD", wrk);
  }

  @Override
  void prepare() throws Exception {
    SmallObjects objects = new SmallObjects(with.cairn(), with.bucket());
    objects.load(name() + "/%2$s", 1, OBJECTS, new byte[4096]);
    targets = objects.targets(method, name() + "/", OBJECTS);
  }

  @Override
  Measurement cairn(int round) throws Exception {
    int seconds = with.options().loadSeconds();
    return method.equals("GET")
        ? wrk.repeated("GET", targets, CONNECTIONS, seconds)
        : BodilessRequests.measure(with.cairn().port(), heads(), CONNECTIONS, seconds);
  }

  private List<byte[]> heads() {
    return targets.stream().map(target -> with.cairn().request(method, target).head()).toList();
  }

  @Override
  Measurement limit(int round) throws Exception {
    return with.pgbench().selects(CONNECTIONS, with.options().loadSeconds());
  }
}
