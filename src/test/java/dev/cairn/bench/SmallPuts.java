package dev.cairn.bench;

import java.util.List;
import java.util.Random;

/** PUTs of small objects under keys of their own, against rows inserted one by one. */
final class SmallPuts extends Case {
  // More than are sent in a second.
  private static final int A_SECOND = 30_000;

  private final Wrk wrk;
  private final byte[] body = new byte[4096];
  private List<String> targets;

  SmallPuts(Surroundings with, Wrk wrk) {
    super(
        with,
        "put-4k",
        "PUT 4 KiB × 32",
        Unit.OPERATIONS,
        Goal.ratio(0.6, "pgbench, INSERT and commit"));
    this.wrk = wrk;
    new Random(1).nextBytes(body);
  }

  @Override
  void prepareRound(int round) {
    int count = A_SECOND * with.options().loadSeconds();
    String prefix = with.target("put-4k/" + round + "/");
    targets = SmallObjects.targets(with.cairn(), "PUT", prefix, count);
  }

  @Override
  Measurement cairn(int round) throws Exception {
    return wrk.once("PUT", targets, body, SmallReads.CONNECTIONS, with.options().loadSeconds());
  }

  @Override
  Measurement limit(int round) throws Exception {
    return with.pgbench().inserts(SmallReads.CONNECTIONS, with.options().loadSeconds());
  }
}
