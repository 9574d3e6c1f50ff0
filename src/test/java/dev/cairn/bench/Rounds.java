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
    Options options = with.options();
    for (int i = 0; i < options.warmUps() + options.rounds(); i++) {
      boolean last = i == options.warmUps() + options.rounds() - 1;
      for (Case each : cases) {
        if (each.once() && !last) {
          continue;
        }
        Outcome.Round round = round(each, i);
        boolean counts = i >= options.warmUps();
        System.out.println(line(each, round) + (counts ? "" : "  (warm-up)"));
        if (counts) {
          rounds.get(each).add(round);
        }
      }
    }
    return rounds.entrySet().stream()
        .map(entry -> new Outcome(entry.getKey(), entry.getValue()))
        .toList();
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
