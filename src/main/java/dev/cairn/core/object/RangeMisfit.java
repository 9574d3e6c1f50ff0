package dev.cairn.core.object;

/** What becomes of a range that does not lie wholly within the object. */
public enum RangeMisfit {
  /** What fits is taken, or the range refused, as the operation has it. */
  REFUSED,
  /** As if no range had been asked for. */
  WHOLE
}
