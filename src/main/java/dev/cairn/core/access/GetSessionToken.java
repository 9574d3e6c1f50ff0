package dev.cairn.core.access;

import dev.cairn.core.Input;
import java.time.Duration;

/** Begins a session that may do what its account may. */
public record GetSessionToken(Duration duration) implements Input<IssuedSession> {}
