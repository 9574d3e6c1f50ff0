package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeLimitedPoolTest extends DatabaseSuite {
  private static final Duration LIMIT = Duration.ofMillis(300);

  private final Vertx vertx = Vertx.vertx();
  private final ContextInternal one = ((VertxInternal) vertx).createEventLoopContext();
  private final ContextInternal other = ((VertxInternal) vertx).createEventLoopContext();
  private Pool pool;
  private SqlConnection only;

  @BeforeEach
  void takeTheOnlyConnection() throws Exception {
    pool =
        DatabasePool.create(
            vertx,
            List.of(database.options()),
            new PoolOptions(),
            new TestSettings(1, 10, LIMIT, Duration.ofSeconds(20)));
    // The first connection takes its time; it is asked for until it is there.
    only = get(one, () -> pool.getConnection().recover(late -> pool.getConnection()));
  }

  @AfterEach
  void closeVertx() throws Exception {
    get(one, () -> pool.close());
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static <T> T get(ContextInternal context, Supplier<Future<T>> work) throws Exception {
    Promise<T> done = Promise.promise();
    context.runOnContext(now -> work.get().onComplete(done));
    return done.future().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private SqlConnection connection(ContextInternal context) throws Exception {
    return get(context, () -> pool.getConnection());
  }

  @Test
  void doesNotLetWaitForEver() {
    assertThatThrownBy(() -> connection(other)).hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void givesWhatComesInTime() throws Exception {
    vertx.setTimer(LIMIT.toMillis() / 3, now -> only.close());

    assertThat(connection(other)).isNotNull();
  }

  @Test
  void takesBackWhatComesTooLate() throws Exception {
    assertThatThrownBy(() -> connection(other)).isNotNull();

    only.close();

    assertThat(connection(one)).isNotNull();
  }

  /** An event loop that was held up finds the limit and the connection in its queue. */
  @Test
  void losesNoConnectionThatIsOnItsWayWhenTheTimeIsUp() throws Exception {
    long limit = LIMIT.toMillis();
    Promise<SqlConnection> waiting = Promise.promise();
    other.runOnContext(
        now -> {
          pool.getConnection().onComplete(waiting);
          vertx.setTimer(limit / 3, due -> sleep(limit));
          // Both are due then: this, and behind it the limit, before the connection can arrive.
          vertx.setTimer(
              limit * 2 / 3,
              due -> {
                only.close();
                sleep(limit);
              });
        });
    assertThatThrownBy(
            () ->
                waiting
                    .future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS))
        .isNotNull();

    assertThat(connection(one)).isNotNull();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
