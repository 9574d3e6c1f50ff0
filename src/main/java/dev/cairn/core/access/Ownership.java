package dev.cairn.core.access;

/** Whose an object is that is written into somebody else's bucket. */
public enum Ownership {
  /** The account's that wrote it, or began its upload. */
  WRITER,
  /** The bucket's owner's, whoever wrote it. */
  BUCKET_OWNER
}
