package dev.cairn.core.upkeep;

import dev.cairn.core.access.SessionCatalog;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets sessions, some time after their end: till then their holders are told what happened. */
public final class ExpiredSessions implements UpkeepTask {
  private final SessionCatalog sessions;
  private final Duration remembered;
  private final InstantSource clock;

  public ExpiredSessions(SessionCatalog sessions, Duration remembered, InstantSource clock) {
    this.sessions = sessions;
    this.remembered = remembered;
    this.clock = clock;
  }

  @Override
  public Uni<Integer> run() {
    return sessions.forgetExpired(clock.instant().minus(remembered));
  }
}
