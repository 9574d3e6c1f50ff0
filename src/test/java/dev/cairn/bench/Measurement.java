package dev.cairn.bench;

/** How much was done in how long; the amount is in the unit of its case. */
record Measurement(double amount, double seconds) {
  double rate() {
    return amount / seconds;
  }
}
