package dev.cairn.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the cases in rounds: each round takes every case and its limit once, so that whatever
 * disturbs the machine for a while falls on all of them.
 */
final class Rounds {
  /** Numbers of rounds to warm up are beyond those of the rounds that count. */
  private static final int FIRST_WARM_UP = 1_000;

  private static final double FASTER = 1.03;
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final Surroundings with;
  private final PageCache memory;

  Rounds(Surroundings with, PageCache memory) {
    this.with = with;
    this.memory = memory;
  }

  List<Outcome> run(List<Case> cases) throws Exception {
    Map<Case, List<Outcome.Round>> rounds = new LinkedHashMap<>();
    for (Case each : cases) {
      System.out.println("prepares " + each.name());
      each.prepare();
      rounds.put(each, new ArrayList<>());
    }
    for (Case each : cases) {
      warmUp(each);
    }
    int last = with.options().rounds() - 1;
    for (int i = 0; i <= last; i++) {
      for (Case each : cases) {
        if (each.once() && i < last) {
          continue;
        }
        Outcome.Round round = round(each, i);
        System.out.println(line(each, round));
        rounds.get(each).add(round);
      }
    }
    return rounds.entrySet().stream()
        .map(entry -> new Outcome(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Until a case does not become faster any more, which takes the JVM's compilers their time. */
  private void warmUp(Case each) throws Exception {
    if (each.once() || each.isWarm()) {
      return;
    }
    long end = System.nanoTime() + with.options().warmUp() * 1_000_000_000L;
    long patience = System.nanoTime() + PATIENCE_NANOS;
    double best = 0;
    for (int i = FIRST_WARM_UP; System.nanoTime() < Math.min(patience, end); i++) {
      each.prepareRound(i);
      double rate = each.cairn(i).rate();
      if (rate > best * FASTER) {
        best = rate;
        patience = System.nanoTime() + PATIENCE_NANOS;
      }
    }
    System.out.printf(
        Locale.ROOT, "%-16s %.0f %s when warm%n", each.name(), best, each.unit().rate());
  }

  private Outcome.Round round(Case each, int number) throws Exception {
    each.prepareRound(number);
    fillMemory();
    // Who is first changes, so that neither always finds the machine as the other leaves it.
    Measurement before = number % 2 == 0 ? each.limit(number) : null;
    MeasuredCairn measured = each.service();
    double service = measured.usage().cpuSeconds();
    double database = measured.databaseUsage().treeCpuSeconds();
    measured.usage().resetPeak();
    Measurement cairn = each.cairn(number);
    service = measured.usage().cpuSeconds() - service;
    database = measured.databaseUsage().treeCpuSeconds() - database;
    long peak = measured.usage().peakMebibytes();
    Measurement limit = number % 2 == 0 ? before : each.limit(number);
    if (each.once()) {
      each.close();
    }
    return new Outcome.Round(cairn, limit, service, database, peak);
  }

  private void fillMemory() throws IOException {
    if (with.options().scale() >= 1) {
      memory.fill();
    }
  }

  private static String line(Case each, Outcome.Round round) {
    String unit = each.unit().rate();
    String limit =
        round.limit() == null
            ? ""
            : ", limit %.0f %s, ratio %.2f".formatted(round.limit().rate(), unit, round.ratio());
    return String.format(
        Locale.ROOT, "%-16s %.0f %s%s", each.name(), round.cairn().rate(), unit, limit);
  }
}
