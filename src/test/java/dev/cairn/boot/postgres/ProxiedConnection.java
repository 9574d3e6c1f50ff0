package dev.cairn.boot.postgres;

import dev.cairn.boot.postgres.PostgresProxy.Cut;
import dev.cairn.boot.postgres.PostgresProxy.Moment;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through a {@link PostgresProxy}, read message by message. */
final class ProxiedConnection {
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;

  private final PostgresProxy proxy;
  private final Socket client;
  private final Socket server;

  /** The statements that the client has prepared, by their names. */
  private final Map<String, String> prepared = new HashMap<>();

  /** The statement that the next Sync completes. */
  private String bound = "";

  /** A cut that waits for the server to be done. */
  private volatile Cut waiting;

  /** What was sent and is not done. */
  private final AtomicInteger outstanding = new AtomicInteger();

  ProxiedConnection(PostgresProxy proxy, Socket client, Socket server) {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
  }

  void start() {
    Thread.ofVirtual().start(() -> run(this::passRequests));
    Thread.ofVirtual().start(() -> run(this::passAnswers));
  }

  private interface Passing {
    void run() throws IOException;
  }

  private void run(Passing passing) {
    try {
      passing.run();
    } catch (IOException e) {
      // One side has ended, so the other does.
    } finally {
      close();
    }
  }

  void close() {
    PostgresProxy.close(client);
    PostgresProxy.close(server);
    proxy.ended(this);
  }

  private void passRequests() throws IOException {
    var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
    var out = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
    passStartup(in, out);
    while (true) {
      byte type = in.readByte();
      byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
      proxy.awaitThaw();
      Cut cut = cutFor(type, body);
      if (cut != null && cut.moment() == Moment.BEFORE_IT_IS_SENT) {
        close();
        cut.done().countDown();
        return;
      }
      waiting = cut == null ? waiting : cut;
      if (type == 'S' || type == 'Q') {
        outstanding.incrementAndGet();
      }
      out.writeByte(type);
      out.writeInt(body.length + Integer.BYTES);
      out.write(body);
      if (in.available() == 0 || cut != null) {
        out.flush();
      }
      if (cut != null && cut.moment() == Moment.WHILE_IT_RUNS) {
        close();
        cut.done().countDown();
        return;
      }
    }
  }

  /**
   * The first message has no type; what asks for encryption before it is told that there is none.
   */
  private void passStartup(DataInputStream in, DataOutputStream out) throws IOException {
    int length = in.readInt();
    int code = in.readInt();
    while (code == SSL_REQUEST || code == GSS_REQUEST) {
      client.getOutputStream().write('N');
      length = in.readInt();
      code = in.readInt();
    }
    out.writeInt(length);
    out.writeInt(code);
    out.write(in.readNBytes(length - 2 * Integer.BYTES));
    out.flush();
  }

  /** Keeps account of what the client is about to run; the message that makes it run is cut. */
  private Cut cutFor(byte type, byte[] body) {
    switch (type) {
      case 'P' -> prepared.put(text(body, 0), text(body, text(body, 0).length() + 1));
      case 'B' -> bound = prepared.getOrDefault(text(body, text(body, 0).length() + 1), "");
      case 'Q' -> {
        return proxy.due(text(body, 0));
      }
      case 'S' -> {
        String sql = bound;
        bound = "";
        return proxy.due(sql);
      }
      default -> {
        // Nothing that makes a statement run.
      }
    }
    return null;
  }

  private static String text(byte[] body, int from) {
    int end = from;
    while (body[end] != 0) {
      end++;
    }
    return new String(body, from, end - from, StandardCharsets.ISO_8859_1);
  }

  private void passAnswers() throws IOException {
    var in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
    var out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
    while (true) {
      byte type = in.readByte();
      byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
      proxy.awaitThaw();
      proxy.holdUp();
      boolean done = type == 'Z' && outstanding.decrementAndGet() <= 0;
      Cut cut = waiting;
      if (cut != null) {
        if (done) {
          close();
          cut.done().countDown();
          return;
        }
        continue;
      }
      out.writeByte(type);
      out.writeInt(body.length + Integer.BYTES);
      out.write(body);
      if (in.available() == 0) {
        out.flush();
      }
    }
  }
}
