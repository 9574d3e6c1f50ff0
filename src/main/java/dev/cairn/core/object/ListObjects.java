package dev.cairn.core.object;

import dev.cairn.core.Input;

/** A page of the call's bucket. */
public record ListObjects(ListRange range) implements Input<ListObjectsResult> {}
