package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.ObjectKey;

/** Deletes an object; one that is not there is deleted already. */
public record DeleteObject(ObjectKey key, WriteCondition condition) implements Input<Void> {}
