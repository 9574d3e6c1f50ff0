package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.StoredObject;

/** A page of the call's bucket. */
public record ListObjects(ListRange range) implements Input<Listing<StoredObject>> {}
