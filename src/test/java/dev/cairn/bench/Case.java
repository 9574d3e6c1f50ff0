package dev.cairn.bench;

/** One line of the table: something Cairn does, and the limit that it is held against. */
interface Case {
  /** By which it is chosen: {@code CASES=put-1g}. */
  String name();

  String title();

  Unit unit();

  Goal goal();

  /** Once, before the first round. */
  default void prepare() throws Exception {}

  /** Before each round: what the measurement needs and must not count. */
  default void prepareRound(int round) throws Exception {}

  /** What Cairn does; its CPU time and memory are taken around this call. */
  Measurement cairn(int round) throws Exception;

  /** The limit, taken in the same round; a case that has none answers null. */
  Measurement limit(int round) throws Exception;
}
