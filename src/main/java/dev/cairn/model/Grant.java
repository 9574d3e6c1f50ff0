package dev.cairn.model;

import java.util.Objects;

/**
 * One entry of an access control list.
 *
 * @param delivered a bucket's grant holds for the objects in it too (OBS)
 */
public record Grant(Grantee grantee, Right right, boolean delivered) {
  /** What is granted. On a bucket READ is listing, and WRITE making and deleting objects. */
  public enum Right {
    READ,
    WRITE,
    READ_ACP,
    WRITE_ACP,
    FULL_CONTROL;

    /** Whether who has this right may also do what the other one allows. */
    public boolean includes(Right other) {
      return this == other || this == FULL_CONTROL;
    }
  }

  public Grant {
    Objects.requireNonNull(grantee, "grantee");
    Objects.requireNonNull(right, "right");
  }

  public Grant(Grantee grantee, Right right) {
    this(grantee, right, false);
  }
}
