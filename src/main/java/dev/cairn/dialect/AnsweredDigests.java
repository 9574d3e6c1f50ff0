package dev.cairn.dialect;

import dev.cairn.model.DigestAlgorithm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The digests that a dialect computes of whatever is written through it and shows to every reader
 * that it knows them for, unasked.
 *
 * @param entries one for each algorithm
 * @param contentMd5 whether {@code Content-MD5} is shown of what was written as a whole
 */
public record AnsweredDigests(List<Entry> entries, boolean contentMd5) {
  public static final AnsweredDigests NONE = new AnsweredDigests(List.of(), false);

  /** How a value is written. */
  public enum Notation {
    /** An unsigned number. */
    DECIMAL,
    /** Lower-case digits, two for each byte. */
    HEX
  }

  /** One digest and its header. */
  public record Entry(DigestAlgorithm algorithm, String header, Notation notation) {}

  public AnsweredDigests {
    entries = List.copyOf(entries);
  }

  public Set<DigestAlgorithm> algorithms() {
    return entries.stream().map(Entry::algorithm).collect(Collectors.toUnmodifiableSet());
  }
}
