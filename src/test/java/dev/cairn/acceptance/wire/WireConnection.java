package dev.cairn.acceptance.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One TCP connection to the service. */
public final class WireConnection implements AutoCloseable {
  private static final int PATIENCE_MS = 30_000;

  private final Socket socket = new Socket();
  private final InputStream in;

  public WireConnection(int port) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a request and reads its answer; the connection closes. */
  public static WireAnswer exchange(int port, WireRequest request) {
    try (WireConnection connection = new WireConnection(port)) {
      return connection.exchange(request);
    } catch (IOException e) {
      throw new IllegalStateException(request.method() + " " + request.target() + ": " + e, e);
    }
  }

  /** Sends a request and reads its answer. */
  public WireAnswer exchange(WireRequest request) throws IOException {
    try {
      send(request.bytes());
    } catch (IOException e) {
      // Refused before all of it was read, perhaps: then the answer is there.
    }
    WireAnswer answer = answer(request.method());
    return answer.status() == 100 ? answer(request.method()) : answer;
  }

  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  public void sendHead(WireRequest request) throws IOException {
    send(request.head());
  }

  /** Says that nothing more comes, and goes on listening. */
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** Hangs up without a good-bye, so that the other side sees a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Some bytes as they come; how many, or -1 at the end. */
  public int read(byte[] bytes) throws IOException {
    return in.read(bytes);
  }

  public void patience(int milliseconds) throws IOException {
    socket.setSoTimeout(milliseconds);
  }

  /** Reads until the other side closes or breaks off. */
  public void drain() {
    while (!closedByPeer()) {
      // An answer, perhaps.
    }
  }

  /** Whether the other side closes now, having sent nothing more. */
  public boolean closedByPeer() {
    try {
      return in.read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  /** The next answer, an interim one too. */
  public WireAnswer answer(String method) throws IOException {
    String[] first = line().split(" ", 3);
    int status = Integer.parseInt(first[1]);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + "," + b);
    }
    boolean bodiless = method.equals("HEAD") || status < 200 || status == 204 || status == 304;
    return new WireAnswer(status, headers, bodiless ? new byte[0] : body(headers));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    String coding = headers.getOrDefault("Transfer-Encoding", "").toLowerCase(Locale.ROOT);
    if (coding.equals("chunked")) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        all.writeBytes(exactly(size));
        line();
      }
      line();
      return all.toByteArray();
    }
    String length = headers.get("Content-Length");
    return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException(bytes.length + " bytes of " + size);
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("closed after '" + line.toString(StandardCharsets.UTF_8) + "'");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
