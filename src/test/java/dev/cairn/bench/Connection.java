package dev.cairn.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The lean client of the large bodies: the client shares the cores with what it measures. Files go
 * to the socket inside the kernel, bodies that come are dropped where they arrive.
 */
final class Connection implements AutoCloseable {
  private static final int BUFFER = 256 << 10;

  private final SocketChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).flip();

  private Connection(SocketChannel channel) {
    this.channel = channel;
  }

  static Connection to(int port) throws IOException {
    return new Connection(
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
  }

  /** The beginning of an answer; its body is still to be read. */
  record Head(int status, long length, String fields) {
    /** The value of a header. */
    String header(String name) {
      return fields
          .lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + name + " in " + fields));
    }
  }

  /** Sends a request that has no body, or whose body is part of the bytes. */
  Head send(byte[] request) throws IOException {
    write(ByteBuffer.wrap(request));
    return head();
  }

  /** Sends a request whose body is part of a file. */
  Head send(byte[] head, FileChannel file, long offset, long length) throws IOException {
    write(ByteBuffer.wrap(head));
    for (long sent = 0; sent < length; ) {
      sent += file.transferTo(offset + sent, length - sent, channel);
    }
    return head();
  }

  /** Bytes as they are; a slow client sends its request in pieces. */
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  Head head() throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < 4 || text.indexOf("\r\n\r\n", text.length() - 4) < 0) {
      text.append((char) (next() & 0xff));
    }
    int status = Integer.parseInt(text.substring(9, 12));
    Head bare = new Head(status, -1, text.toString());
    Head head = new Head(status, length(status, bare), bare.fields);
    if (status >= 300) {
      throw new IOException(head.fields + (head.length == 0 ? "" : text(head)));
    }
    return head;
  }

  private static long length(int status, Head head) {
    boolean sized = head.fields.toLowerCase(Locale.ROOT).contains("\r\ncontent-length:");
    return status == 204 ? 0 : sized ? Long.parseLong(head.header("content-length")) : -1;
  }

  /** Reads the body away. */
  void drop(Head head) throws IOException {
    long left = head.length - Math.min(head.length, buffer.remaining());
    buffer.position(buffer.position() + (int) (head.length - left));
    while (left > 0) {
      buffer.clear().limit((int) Math.min(left, BUFFER));
      left -= received();
      buffer.flip().position(buffer.limit());
    }
  }

  /** At most so many bytes of a body, read away; returns how many. */
  int dropSome(int most) throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear().limit(Math.min(most, BUFFER));
      received();
      buffer.flip();
    }
    int dropped = Math.min(most, buffer.remaining());
    buffer.position(buffer.position() + dropped);
    return dropped;
  }

  /** The first bytes of a body, as text; the others are read away. */
  String beginning(Head head, int most) throws IOException {
    int count = (int) Math.min(head.length, most);
    String text = new String(bytes(count), StandardCharsets.UTF_8);
    drop(new Head(head.status, head.length - count, head.fields));
    return text;
  }

  /** The body as text. */
  String text(Head head) throws IOException {
    if (head.length >= 0) {
      return new String(bytes((int) head.length), StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      text.append(new String(bytes(size), StandardCharsets.UTF_8));
      line();
    }
    line();
    return text.toString();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (byte b = next(); b != '\n'; b = next()) {
      line.append((char) b);
    }
    return line.toString().strip();
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int done = 0; done < count; ) {
      fill();
      int now = Math.min(count - done, buffer.remaining());
      buffer.get(bytes, done, now);
      done += now;
    }
    return bytes;
  }

  private byte next() throws IOException {
    fill();
    return buffer.get();
  }

  private void fill() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      received();
      buffer.flip();
    }
  }

  private int received() throws IOException {
    int count = channel.read(buffer);
    if (count < 0) {
      throw new IOException("the server closes the connection");
    }
    return count;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
