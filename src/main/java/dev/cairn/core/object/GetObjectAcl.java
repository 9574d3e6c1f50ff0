package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.core.access.AccessControl;
import dev.cairn.model.ObjectKey;

/** The access control list of an object. */
public record GetObjectAcl(ObjectKey key) implements Input<AccessControl> {}
