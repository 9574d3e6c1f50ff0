package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.WriteCondition;
import dev.cairn.protocol.Headers;

/** Reads from a write's headers what must be true of the key. */
@FunctionalInterface
public interface WriteConditions {
  WriteCondition read(Headers headers);
}
