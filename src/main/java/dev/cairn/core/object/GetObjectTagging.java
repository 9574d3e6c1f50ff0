package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.ObjectKey;
import java.util.SequencedMap;

/** The tags of an object, in the order in which they were given. */
public record GetObjectTagging(ObjectKey key) implements Input<SequencedMap<String, String>> {}
