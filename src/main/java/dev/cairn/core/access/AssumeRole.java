package dev.cairn.core.access;

import dev.cairn.core.Input;
import dev.cairn.model.SessionPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * Begins a session under a role's name.
 *
 * @param name of the session
 * @param policy to narrow the session to; empty: it may do what its caller may
 */
public record AssumeRole(
    RoleArn role, String name, Duration duration, Optional<SessionPolicy> policy)
    implements Input<IssuedSession> {}
