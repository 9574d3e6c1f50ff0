package dev.cairn.persistence;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.time.Duration;
import java.util.List;

/**
 * The pool of connections, with every time limit where it costs a call next to nothing: the pool
 * limits the waiting for a connection, the server the statement, and a connection that does not
 * answer for longer than that, because its server hangs or is cut off, is closed.
 */
public final class DatabasePool {
  /** What the server's own answer to a statement that takes too long may take. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private DatabasePool() {}

  public static Pool create(
      Vertx vertx, List<PgConnectOptions> servers, PoolOptions options, DatabaseSettings settings) {
    PoolOptions limited =
        new PoolOptions(options)
            .setMaxSize(settings.connections())
            .setConnectionTimeout(0) // see TimeLimitedPool
            // Who has given up still stands in the queue.
            .setMaxWaitQueueSize(settings.connections() + settings.waiting());
    List<SqlConnectOptions> patient =
        servers.stream().<SqlConnectOptions>map(server -> limited(server, settings)).toList();
    Duration silence = settings.statementTimeout().plus(GRACE);
    Pool pool =
        PgBuilder.pool()
            .with(limited)
            .connectingTo(patient)
            .withConnectHandler(
                connection -> {
                  SilenceLimit.watch(connection, silence);
                  connection.close(); // which gives it to the pool
                })
            .using(vertx)
            .build();
    return new TimeLimitedPool(pool, settings.acquireTimeout());
  }

  private static PgConnectOptions limited(PgConnectOptions server, DatabaseSettings settings) {
    int statement = millis(settings.statementTimeout());
    PgConnectOptions limited = new PgConnectOptions(server);
    limited
        .addProperty("statement_timeout", Integer.toString(statement))
        // A plan is kept while its tables grow: one for a few rows must not read a million.
        .addProperty("enable_seqscan", "off")
        // A process that hangs in mid-transaction gives its locks back.
        .addProperty("idle_in_transaction_session_timeout", Integer.toString(2 * statement));
    limited.setConnectTimeout(millis(settings.acquireTimeout()));
    return limited;
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
