package dev.cairn.gateway.wire;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections that are open, and knows when one is one too many. */
final class OpenConnections {
  private final ConnectionLimits limits;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

  OpenConnections(ConnectionLimits limits) {
    this.limits = limits;
  }

  /** Counts a connection until it closes; false, and not counted, where there are enough. */
  boolean admit(Channel channel) {
    if (all.incrementAndGet() > limits.connections()) {
      all.decrementAndGet();
      return false;
    }
    InetAddress address = limits.ofOneAddress().isPresent() ? addressOf(channel) : null;
    if (address != null
        && byAddress.merge(address, 1, Integer::sum) > limits.ofOneAddress().getAsInt()) {
      gone(address);
      return false;
    }
    channel.closeFuture().addListener(closed -> gone(address));
    return true;
  }

  private void gone(InetAddress address) {
    all.decrementAndGet();
    if (address != null) {
      byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }
  }

  private static InetAddress addressOf(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress socket ? socket.getAddress() : null;
  }
}
