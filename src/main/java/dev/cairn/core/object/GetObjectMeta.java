package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;

/** Answers what there is to say of an object itself: a link is not followed. */
public record GetObjectMeta(ObjectKey key) implements Input<StoredObject> {}
