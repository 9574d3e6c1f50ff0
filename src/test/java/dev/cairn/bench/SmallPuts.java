package dev.cairn.bench;

import java.util.List;
import java.util.Random;

/** PUTs of small objects under keys of their own, against rows inserted one by one. */
final class SmallPuts implements Case {
  private static final int CONNECTIONS = 32;
  // More than are sent in a second.
  private static final int A_SECOND = 30_000;

  private final Surroundings with;
  private final Wrk wrk;
  private final byte[] body = new byte[4096];
  private List<String> targets;

  SmallPuts(Surroundings with, Wrk wrk) {
    this.with = with;
    this.wrk = wrk;
    new Random(1).nextBytes(body);
  }

  @Override
  public String name() {
    return "put-4k";
  }

  @Override
  public String title() {
    return "PUT 4 KiB × 32";
  }

  @Override
  public Unit unit() {
    return Unit.OPERATIONS;
  }

  @Override
  public Goal goal() {
    return Goal.ratio(0.6, "pgbench, INSERT and commit");
  }

  @Override
  public void prepareRound(int round) {
    int count = A_SECOND * with.options().loadSeconds();
    String prefix = with.target("put-4k/" + round + "/");
    targets = SmallObjects.targets(with.cairn(), "PUT", prefix, count);
  }

  @Override
  public Measurement cairn(int round) throws Exception {
    return wrk.once("PUT", targets, body, CONNECTIONS, with.options().loadSeconds());
  }

  @Override
  public Measurement limit(int round) throws Exception {
    return with.pgbench().inserts(CONNECTIONS, with.options().loadSeconds());
  }
}
