package dev.cairn.core.access;

import dev.cairn.core.Input;
import dev.cairn.model.Caller;

/** Asks whose credentials they are. */
public record GetCallerIdentity() implements Input<Caller.Authenticated> {}
