package dev.cairn.dialect;

import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import java.util.List;
import java.util.function.Function;

/**
 * Decides whose a request is: the dialect with the strongest evidence. Several that speak the same
 * signature are told apart by the Host alone, and the last dialect takes what nobody else claims.
 */
public final class DialectSelector {
  private final List<Dialect> dialects;

  /**
   * @param dialects the last one is the default
   */
  public DialectSelector(List<Dialect> dialects) {
    if (dialects.isEmpty()) {
      throw new IllegalArgumentException("no dialect");
    }
    this.dialects = List.copyOf(dialects);
  }

  /** All of them, for documentation and tests. */
  public List<Dialect> all() {
    return dialects;
  }

  public Dialect select(RawRequest request) {
    return strongest(request, recogniser -> recogniser.evidence(request));
  }

  /**
   * Whose a form is.
   *
   * @param fields that stand before the file
   */
  public Dialect select(RawRequest request, Headers fields) {
    return strongest(request, recogniser -> recogniser.evidence(request, fields));
  }

  private Dialect strongest(
      RawRequest request, Function<Recogniser, Recogniser.Evidence> evidence) {
    Dialect chosen = dialects.getLast();
    if (dialects.size() == 1) {
      return chosen;
    }
    int best = strength(chosen.recogniser(), request, evidence);
    for (Dialect dialect : dialects.subList(0, dialects.size() - 1)) {
      int strength = strength(dialect.recogniser(), request, evidence);
      if (strength > best) {
        best = strength;
        chosen = dialect;
      }
    }
    return chosen;
  }

  private static int strength(
      Recogniser recogniser,
      RawRequest request,
      Function<Recogniser, Recogniser.Evidence> evidence) {
    int steps = Recogniser.Evidence.values().length;
    return 2 * (steps - evidence.apply(recogniser).ordinal())
        + (recogniser.onOwnHost(request) ? 1 : 0);
  }
}
