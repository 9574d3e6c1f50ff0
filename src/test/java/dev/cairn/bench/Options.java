package dev.cairn.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a run is told by system properties.
 *
 * @param cases names of the cases to run; empty for all of them
 * @param rounds how many rounds are measured
 * @param warmUp seconds for which a case is warmed up at most
 * @param scale 1 for the whole thing; less for shorter runs of smaller amounts
 * @param jvm options of the service's JVM; users give none
 * @param folder where everything happens, on the disk that is measured
 */
record Options(
    List<String> cases, int rounds, int warmUp, double scale, List<String> jvm, Path folder) {
  static Options ofSystem() {
    return new Options(
        words(System.getProperty("bench.cases", "").replace(',', ' ')),
        Integer.parseInt(System.getProperty("bench.rounds", "5")),
        Integer.parseInt(System.getProperty("bench.warm-up", "60")),
        Double.parseDouble(System.getProperty("bench.scale", "1")),
        words(System.getProperty("bench.jvm", "")),
        Path.of("target", "bench").toAbsolutePath());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  boolean chooses(Case candidate) {
    return cases.isEmpty() || cases.contains(candidate.name());
  }

  /** That much of the whole amount, and at least one. */
  int scaled(int whole) {
    return (int) Math.max(1, Math.round(whole * scale));
  }

  /** Seconds that a load of small requests lasts. */
  int loadSeconds() {
    return Math.max(3, scaled(6));
  }
}
