package dev.cairn.bench;

/** What a case counts, how its rate is called, and the amount that its CPU time is divided by. */
enum Unit {
  MEBIBYTES("MiB/s", 1024, "GiB"),
  OPERATIONS("/s", 1000, "1000"),
  PARTS("parts/s", 10_000, "10,000 parts"),
  KEYS("keys/s", 1000, "1000 keys");

  private final String rate;
  private final double costed;
  private final String costedName;

  Unit(String rate, double costed, String costedName) {
    this.rate = rate;
    this.costed = costed;
    this.costedName = costedName;
  }

  String rate() {
    return rate;
  }

  /** What CPU seconds are given for. */
  String costed() {
    return costedName;
  }

  double costOf(double cpuSeconds, double amount) {
    return cpuSeconds * costed / amount;
  }
}
