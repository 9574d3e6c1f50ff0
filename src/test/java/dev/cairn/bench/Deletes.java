package dev.cairn.bench;

import java.util.List;

/** DELETEs of small objects that are there, each once, against rows inserted one by one. */
final class Deletes extends Case {
  // More than are sent in a second.
  private static final int A_SECOND = 20_000;

  private final Wrk wrk;
  private List<String> targets;

  Deletes(Surroundings with, Wrk wrk) {
    super(
        with,
        "delete-4k",
        "DELETE 4 KiB × 32",
        Unit.OPERATIONS,
        Goal.ratio(0.4, "pgbench, INSERT and commit"));
    this.wrk = wrk;
  }

  @Override
  void prepareRound(int round) throws Exception {
    SmallObjects objects = new SmallObjects(with.cairn(), with.bucket());
    String prefix = "delete-4k/" + round + "/";
    int count = A_SECOND * with.options().loadSeconds();
    objects.load(prefix + "%2$s", 1, count, new byte[4096]);
    targets = objects.targets("DELETE", prefix, count);
  }

  @Override
  Measurement cairn(int round) throws Exception {
    int seconds = with.options().loadSeconds();
    return wrk.once("DELETE", targets, new byte[0], SmallReads.CONNECTIONS, seconds);
  }

  @Override
  Measurement limit(int round) throws Exception {
    return with.pgbench().inserts(SmallReads.CONNECTIONS, with.options().loadSeconds());
  }
}
