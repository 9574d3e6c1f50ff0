package dev.cairn.bench;

/** One line of the table: something Cairn does, and the limit that it is held against. */
abstract class Case implements AutoCloseable {
  /** What it works with. */
  protected final Surroundings with;

  private final String name;
  private final String title;
  private final Unit unit;
  private final Goal goal;

  /**
   * @param name by which it is chosen: {@code CASES=put-1g}
   */
  protected Case(Surroundings with, String name, String title, Unit unit, Goal goal) {
    this.with = with;
    this.name = name;
    this.title = title;
    this.unit = unit;
    this.goal = goal;
  }

  final String name() {
    return name;
  }

  final String title() {
    return title;
  }

  final Unit unit() {
    return unit;
  }

  final Goal goal() {
    return goal;
  }

  /** Whether one round will do: it is seen that it succeeds, and how fast it is does not matter. */
  boolean once() {
    return false;
  }

  /** Whether a case before it has warmed up all that it uses. */
  boolean isWarm() {
    return false;
  }

  /** Once, before the first round. */
  void prepare() throws Exception {}

  /** Before each round: what the measurement needs and must not count. */
  void prepareRound(int round) throws Exception {}

  /** What Cairn does; its CPU time and memory are taken around this call. */
  abstract Measurement cairn(int round) throws Exception;

  /** The limit, taken in the same round; a case that has none answers null. */
  abstract Measurement limit(int round) throws Exception;

  /** The service that is measured. */
  MeasuredCairn service() {
    return with.cairn();
  }

  @Override
  public void close() {}
}
