package dev.cairn.dialect.family;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A domain of the service: host names that are it, or end in a dot and it. {@code *} as a label
 * stands for one or more labels, within a label for the rest of it; it names the region.
 */
final class HostPattern {
  /**
   * A host that the pattern fits.
   *
   * @param bucket what stands before the domain; empty for the domain itself
   * @param suffix the domain as the host has it
   */
  record Fit(Optional<String> bucket, String suffix, Optional<String> region) {}

  private static final String WILDCARD = "*";

  private final Pattern pattern;
  private final int literalLabels;
  private final boolean wild;

  HostPattern(String domain) {
    String[] labels = domain.toLowerCase(Locale.ROOT).split("\\.", -1);
    this.wild = domain.contains(WILDCARD);
    this.literalLabels = (int) Stream.of(labels).filter(l -> !l.equals(WILDCARD)).count();
    if (domain.chars().filter(c -> c == '*').count() > 1
        || literalLabels == 0
        || Stream.of(labels).anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException(
          "not a domain, which is labels of which one may be or hold a *: " + domain);
    }
    // The bucket is greedy: of several ways to fit, the one with the shortest domain.
    this.pattern =
        Pattern.compile(
            Stream.of(labels)
                .map(HostPattern::expression)
                .collect(Collectors.joining("\\.", "(?:(?<bucket>.+)\\.)?(?<suffix>", ")")));
  }

  private static String expression(String label) {
    if (label.equals(WILDCARD)) {
      // What a name has before its region (dualstack) is no part of it.
      return "(?:[^.]+\\.)*(?<region>[^.]+)";
    }
    int star = label.indexOf('*');
    return star < 0
        ? Pattern.quote(label)
        : Pattern.quote(label.substring(0, star))
            + "(?<region>[^.]+)"
            + Pattern.quote(label.substring(star + 1));
  }

  /**
   * @param host in lower case, without port
   */
  Optional<Fit> fit(String host) {
    Matcher matcher = pattern.matcher(host);
    return matcher.matches()
        ? Optional.of(
            new Fit(
                Optional.ofNullable(matcher.group("bucket")),
                matcher.group("suffix"),
                wild ? Optional.of(matcher.group("region")) : Optional.empty()))
        : Optional.empty();
  }

  /** Which of two patterns that fit the same host says more: labels first, then no wildcard. */
  boolean moreSpecificThan(HostPattern other) {
    return literalLabels != other.literalLabels
        ? literalLabels > other.literalLabels
        : !wild && other.wild;
  }
}
