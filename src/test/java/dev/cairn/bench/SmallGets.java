package dev.cairn.bench;

import java.util.List;

/** GETs of small objects, against rows found by key. */
final class SmallGets implements Case {
  private static final int OBJECTS = 10_000;
  private static final int CONNECTIONS = 32;

  private final Surroundings with;
  private final Wrk wrk;
  private List<String> targets;

  SmallGets(Surroundings with, Wrk wrk) {
    this.with = with;
    this.wrk = wrk;
  }

  @Override
  public String name() {
    return "get-4k";
  }

  @Override
  public String title() {
    return "GET 4 KiB × 32";
  }

  @Override
  public Unit unit() {
    return Unit.OPERATIONS;
  }

  @Override
  public Goal goal() {
    return Goal.ratio(0.4, "pgbench, SELECT by key");
  }

  @Override
  public void prepare() throws Exception {
    SmallObjects objects = new SmallObjects(with.cairn(), with.bucket());
    objects.load("get-4k/%2$s", 1, OBJECTS, new byte[4096]);
    targets = objects.targets("GET", "get-4k/", OBJECTS);
  }

  @Override
  public Measurement cairn(int round) throws Exception {
    return wrk.repeated("GET", targets, CONNECTIONS, with.options().loadSeconds());
  }

  @Override
  public Measurement limit(int round) throws Exception {
    return with.pgbench().selects(CONNECTIONS, with.options().loadSeconds());
  }
}
