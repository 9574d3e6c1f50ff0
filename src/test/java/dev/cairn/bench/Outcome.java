package dev.cairn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** What the rounds of a case came to. */
record Outcome(Case measured, List<Round> rounds) {
  /**
   * One round of a case.
   *
   * @param limit null where there is none
   * @param cpuSeconds of the service
   * @param databaseCpuSeconds of its PostgreSQL
   * @param peakMebibytes the most resident memory of the service
   */
  record Round(
      Measurement cairn,
      Measurement limit,
      double cpuSeconds,
      double databaseCpuSeconds,
      long peakMebibytes) {
    double ratio() {
      return cairn.rate() / limit.rate();
    }
  }

  /** The middle one, and the two that it lies between. */
  record Spread(double median, double least, double most) {
    static Spread of(List<Double> values) {
      List<Double> sorted = new ArrayList<>(values);
      sorted.sort(Double::compare);
      int half = sorted.size() / 2;
      double median =
          sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
      return new Spread(median, sorted.getFirst(), sorted.getLast());
    }
  }

  Spread spread(ToDoubleFunction<Round> value) {
    return Spread.of(rounds.stream().map(value::applyAsDouble).toList());
  }

  boolean limited() {
    return rounds.getFirst().limit() != null;
  }

  Spread rate() {
    return spread(round -> round.cairn().rate());
  }

  Spread limit() {
    return spread(round -> round.limit().rate());
  }

  Spread ratio() {
    return spread(Round::ratio);
  }

  Spread cpu() {
    return spread(r -> measured.unit().costOf(r.cpuSeconds(), r.cairn().amount()));
  }

  Spread databaseCpu() {
    return spread(r -> measured.unit().costOf(r.databaseCpuSeconds(), r.cairn().amount()));
  }

  long peakMebibytes() {
    return (long) spread(Round::peakMebibytes).most();
  }

  /** Whether everything that is demanded is reached, by the medians. */
  boolean reached() {
    Goal goal = measured.goal();
    return atLeast(goal.ratio(), () -> ratio().median())
        && atLeast(goal.rate(), () -> rate().median())
        && (goal.cpuSeconds().isEmpty() || cpu().median() <= goal.cpuSeconds().getAsDouble());
  }

  private static boolean atLeast(OptionalDouble wanted, DoubleSupplier measured) {
    return wanted.isEmpty() || measured.getAsDouble() >= wanted.getAsDouble();
  }
}
