package dev.cairn.dialect;

import java.util.UUID;

/** Identity of one request, 128 bits; each dialect shows it in its own form, logs as it is. */
public record RequestId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
