package dev.cairn.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * HEADs by one thread over many connections. wrk, and h2load too, wait for the body that the length
 * of an answer to a HEAD speaks of.
 */
final class BodilessRequests {
  private static final byte[] OK = {'H', 'T', 'T', 'P', '/', '1', '.', '1', ' ', '2', '0', '0'};
  private static final int ANSWER = 16 << 10;

  private final List<byte[]> requests;
  private int sent;
  private int answered;

  private BodilessRequests(List<byte[]> requests) {
    this.requests = requests;
  }

  /** Goes through the requests, again and again, for so many seconds. */
  static Measurement measure(int port, List<byte[]> requests, int connections, int seconds)
      throws IOException {
    return new BodilessRequests(requests).run(port, connections, seconds);
  }

  private Measurement run(int port, int connections, int seconds) throws IOException {
    List<SocketChannel> open = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        open.add(channel);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocateDirect(ANSWER));
      }
      long start = System.nanoTime();
      for (SocketChannel channel : open) {
        sendNext(channel);
      }
      while (System.nanoTime() - start < seconds * 1_000_000_000L) {
        selector.select(this::receive, 100);
      }
      return new Measurement(answered, (System.nanoTime() - start) / 1e9);
    } finally {
      for (SocketChannel channel : open) {
        channel.close();
      }
    }
  }

  private void sendNext(SocketChannel channel) throws IOException {
    ByteBuffer request = ByteBuffer.wrap(requests.get(sent++ % requests.size()));
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  private void receive(SelectionKey key) {
    try {
      SocketChannel channel = (SocketChannel) key.channel();
      ByteBuffer answer = (ByteBuffer) key.attachment();
      if (channel.read(answer) < 0) {
        throw new EOFException("the server closes the connection");
      }
      if (ends(answer)) {
        check(answer);
        answered++;
        answer.clear();
        sendNext(channel);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ends(ByteBuffer answer) {
    int end = answer.position();
    return end > 4 && answer.get(end - 1) == '\n' && answer.get(end - 3) == '\n';
  }

  private static void check(ByteBuffer answer) throws IOException {
    for (int i = 0; i < OK.length; i++) {
      if (answer.get(i) != OK[i]) {
        throw new IOException("a request fails");
      }
    }
  }
}
