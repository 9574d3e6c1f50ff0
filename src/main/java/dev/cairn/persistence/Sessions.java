package dev.cairn.persistence;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Stateless sessions, one for each piece of work: the factory's own way would give one session to
 * everything that a request does, and a session is not for use in parallel.
 */
final class Sessions {
  private final Mutiny.SessionFactory factory;

  Sessions(Mutiny.SessionFactory factory) {
    this.factory = factory;
  }

  /** Work that changes nothing. */
  <T> Uni<T> read(Function<StatelessSession, Uni<T>> work) {
    return Attempts.of(
        open(work), e -> DatabaseFailures.isConflict(e) || DatabaseFailures.isLostConnection(e));
  }

  /** Work in one transaction; may be called more than once. */
  <T> Uni<T> inTransaction(Function<StatelessSession, Uni<T>> work) {
    return Attempts.of(
        open(session -> session.withTransaction(transaction -> work.apply(session))),
        DatabaseFailures::isConflict);
  }

  private <T> Uni<T> open(Function<StatelessSession, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () ->
                factory
                    .openStatelessSession()
                    .chain(
                        session ->
                            Uni.createFrom()
                                .deferred(() -> work.apply(session))
                                .eventually(session::close)));
  }
}
