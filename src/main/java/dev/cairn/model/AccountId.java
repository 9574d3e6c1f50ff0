package dev.cairn.model;

import java.util.Objects;

/** Identity of an account: the owner of buckets and the holder of access keys. */
public record AccountId(String value) {
  public AccountId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value;
  }
}
