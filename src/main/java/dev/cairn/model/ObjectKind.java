package dev.cairn.model;

/** How an object came to be, which decides what it may become. */
public sealed interface ObjectKind {
  /** Written as a whole. */
  record Normal() implements ObjectKind {}

  /**
   * Assembled from parts.
   *
   * @param parts how many, from 1 on
   */
  record Multipart(int parts) implements ObjectKind {}

  /**
   * Grown by appending, and may grow further.
   *
   * @param appends how often something was appended, the bytes it began with included if they were
   */
  record Appendable(int appends) implements ObjectKind {}

  /**
   * A name for another object of the bucket.
   *
   * @param target need not exist
   */
  record Symlink(ObjectKey target) implements ObjectKind {}

  ObjectKind NORMAL = new Normal();

  /**
   * Normal or assembled.
   *
   * @param parts 0 for an object that was written as a whole
   */
  static ObjectKind ofParts(int parts) {
    return parts == 0 ? NORMAL : new Multipart(parts);
  }
}
