package dev.cairn.persistence;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Stateless sessions, one for each piece of work: the factory's own way would give one session to
 * everything that a request does, and a session is not for use in parallel.
 */
public final class Sessions {
  private static final String TRANSACTION_ID = "select cast(pg_current_xact_id() as text)";

  private final Mutiny.SessionFactory factory;
  private final Database database;

  /**
   * @param database the same one, beside Hibernate
   */
  public Sessions(Mutiny.SessionFactory factory, Database database) {
    this.factory = factory;
    this.database = database;
  }

  /** Work that changes nothing; may be called more than once. */
  <T> Uni<T> read(Function<StatelessSession, Uni<T>> work) {
    return database.guarded(
        () ->
            open(work)
                .onFailure(DatabaseFailures::isWorthAnotherAttempt)
                .transform(LeftNothingException::new));
  }

  /** Work in one transaction; may be called more than once. */
  <T> Uni<T> inTransaction(Function<StatelessSession, Uni<T>> work) {
    return database.guarded(() -> open(session -> transaction(session, work)));
  }

  /** What is done but for the commit. */
  private record Done(String transaction, Object result) {}

  private static <T> Uni<T> transaction(
      StatelessSession session, Function<StatelessSession, Uni<T>> work) {
    AtomicReference<Done> done = new AtomicReference<>();
    return session
        .withTransaction(
            transaction ->
                session
                    .createNativeQuery(TRANSACTION_ID, String.class)
                    .getSingleResult()
                    .chain(
                        id -> work.apply(session).invoke(result -> done.set(new Done(id, result)))))
        .onFailure()
        .transform(e -> failure(done.get(), e));
  }

  private static Throwable failure(Done done, Throwable thrown) {
    return done != null && DatabaseFailures.isLostAnswer(thrown)
        ? new LostCommitException(done.transaction(), done.result(), thrown)
        : undone(thrown);
  }

  /** The failure of something that is known not to have happened. */
  private static Throwable undone(Throwable thrown) {
    return DatabaseFailures.isWorthAnotherAttempt(thrown)
        ? new LeftNothingException(thrown)
        : thrown;
  }

  private <T> Uni<T> open(Function<StatelessSession, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () ->
                factory
                    .openStatelessSession()
                    .onFailure()
                    .transform(Sessions::undone)
                    .chain(
                        session ->
                            Uni.createFrom()
                                .deferred(() -> work.apply(session))
                                .eventually(() -> closed(session))));
  }

  /** What was done is done, however this ends. */
  private static Uni<Void> closed(StatelessSession session) {
    return session.close().onFailure().recoverWithNull();
  }
}
