package dev.cairn.boot.postgres;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a client and PostgreSQL, knows where the messages of its protocol end, and does
 * what networks and servers do at bad times. It is friendly until it is told otherwise.
 */
public final class PostgresProxy implements AutoCloseable {
  /** When a connection is cut. */
  public enum Moment {
    /** The server never sees the statement. */
    BEFORE_IT_IS_SENT,
    /** The server has the statement, and may do it yet. */
    WHILE_IT_RUNS,
    /** The server has done the statement, and said so; the client does not hear of it. */
    AFTER_IT_IS_DONE
  }

  /** To happen once, to the first statement that contains the text. */
  record Cut(String text, Moment moment, CountDownLatch done) {}

  private final ServerSocket listener;
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Cut> cut = new AtomicReference<>();
  private final Object weather = new Object();
  private final int target;
  private volatile boolean refusing;
  private volatile long delayMillis;
  private boolean frozen;

  /**
   * @param target the port of the server, on the loopback address
   */
  public PostgresProxy(int target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("postgres-proxy").start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** What a cut did. */
  public interface Fired {
    /** Waits until it has happened. */
    void await() throws InterruptedException;

    /** Whether it has. */
    boolean happened();
  }

  /** Cuts the connection of the next statement that contains the text. */
  public Fired cut(String text, Moment moment) {
    CountDownLatch done = new CountDownLatch(1);
    cut.set(new Cut(text, moment, done));
    return new Fired() {
      @Override
      public void await() throws InterruptedException {
        if (!done.await(1, TimeUnit.MINUTES)) {
          throw new IllegalStateException("no statement came with " + text);
        }
      }

      @Override
      public boolean happened() {
        return done.getCount() == 0;
      }
    };
  }

  /** Cuts every connection there is. */
  public void cutAll() {
    connections.forEach(ProxiedConnection::close);
  }

  /** Takes connections and closes them at once, or no longer. */
  public void refuse(boolean refuse) {
    refusing = refuse;
    if (refuse) {
      cutAll();
    }
  }

  /** Lets nothing pass, in either direction, and closes nothing. */
  public void freeze() {
    synchronized (weather) {
      frozen = true;
    }
  }

  /** Lets everything pass that has gathered. */
  public void thaw() {
    synchronized (weather) {
      frozen = false;
      weather.notifyAll();
    }
  }

  /** Holds up each message of the server. */
  public void delay(long millis) {
    delayMillis = millis;
  }

  public int connections() {
    return connections.size();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (refusing) {
          client.close();
        } else {
          Thread.ofVirtual().start(() -> connect(client));
        }
      } catch (IOException e) {
        // Closed, or a client that is gone already.
      }
    }
  }

  private void connect(Socket client) {
    try {
      awaitThaw();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      ProxiedConnection connection = new ProxiedConnection(this, client, server);
      connections.add(connection);
      connection.start();
    } catch (IOException e) {
      close(client);
    }
  }

  /** The cut that this statement is due to get, once. */
  Cut due(String sql) {
    Cut next = cut.get();
    return next != null && sql.contains(next.text()) && cut.compareAndSet(next, null) ? next : null;
  }

  void ended(ProxiedConnection connection) {
    connections.remove(connection);
  }

  void awaitThaw() throws EOFException {
    synchronized (weather) {
      while (frozen) {
        try {
          weather.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new EOFException();
        }
      }
    }
  }

  void holdUp() throws EOFException {
    try {
      Thread.sleep(delayMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EOFException();
    }
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more in any case.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thaw();
    cutAll();
  }
}
