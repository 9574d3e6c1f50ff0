package dev.cairn.core.access;

import dev.cairn.core.Input;
import dev.cairn.model.SessionPolicy;
import java.time.Duration;

/** Begins a session for somebody whom only the application knows. */
public record GetFederationToken(String name, Duration duration, SessionPolicy policy)
    implements Input<IssuedSession> {}
