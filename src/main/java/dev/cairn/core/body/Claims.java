package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Digests that the sender claims of a body. */
public record Claims(List<Claimed> list) {
  public static final Claims NONE = new Claims(List.of());

  /** One digest, and where it was claimed. */
  public record Claimed(BadDigest.Claim claim, DigestAlgorithm algorithm, byte[] expected) {}

  public Claims {
    list = List.copyOf(list);
  }

  public Claims and(Claims more) {
    List<Claimed> both = new ArrayList<>(list);
    both.addAll(more.list);
    return new Claims(both);
  }

  /**
   * Compares every claim with what was computed.
   *
   * @throws dev.cairn.model.FailureException {@link BadDigest} for the first that does not hold
   */
  public void verify(DigestValues computed) {
    for (Claimed claimed : list) {
      byte[] actual = computed.get(claimed.algorithm());
      if (!MessageDigest.isEqual(claimed.expected(), actual)) {
        Failure failure =
            new BadDigest(claimed.claim(), claimed.algorithm(), claimed.expected(), actual);
        throw failure.exception();
      }
    }
  }
}
