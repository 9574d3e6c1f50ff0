package dev.cairn.acceptance.durability;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the one writer of a key knows of it: the content that was acknowledged, and, while an answer
 * is due or never came, what it may be as well. An absent object is a content too: the empty
 * Optional.
 */
final class Ledger {
  private final List<Optional<byte[]>> possible = new ArrayList<>(List.of(Optional.empty()));

  /** A change begins: until it is known to have happened or not, both are possible. */
  void tries(Optional<byte[]> next) {
    possible.add(next);
  }

  /** The change was acknowledged. */
  void happened() {
    settle(possible.getLast());
  }

  /** The change was not even asked for. */
  void didNotHappen() {
    possible.removeLast();
  }

  private void settle(Optional<byte[]> content) {
    possible.clear();
    possible.add(content);
  }

  /** Whether only one content is possible. */
  boolean isSettled() {
    return possible.size() == 1;
  }

  Optional<byte[]> content() {
    return possible.getFirst();
  }

  /** What is there is one of what may be there, whole; from now on it is what must be there. */
  void check(String key, Optional<byte[]> there) {
    if (possible.stream().noneMatch(each -> same(each, there))) {
      throw new AssertionError(key + " is " + shown(there) + ", must be one of " + shown());
    }
    settle(there);
  }

  /** The same where only the digest is to be seen. */
  void checkTag(String name, Optional<String> eTag) {
    Optional<byte[]> there =
        possible.stream()
            .filter(each -> each.map(Md5::hex).equals(eTag))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError(name + " is " + eTag + ", must be one of " + shown()));
    settle(there);
  }

  private static boolean same(Optional<byte[]> a, Optional<byte[]> b) {
    return a.isPresent() == b.isPresent() && (a.isEmpty() || Arrays.equals(a.get(), b.get()));
  }

  private List<String> shown() {
    return possible.stream().map(Ledger::shown).toList();
  }

  private static String shown(Optional<byte[]> content) {
    return content.map(bytes -> bytes.length + " bytes " + Md5.hex(bytes)).orElse("absent");
  }

  static byte[] joined(Iterable<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
