package dev.cairn.gateway.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The transport of the machine, with {@link DoorDecoder} first on each connection of the data port.
 * Vert.x has no other place where a handler can come before the first byte is read.
 */
public final class DoorTransport implements Transport {
  private static final TimeUnit MARK = TimeUnit.MICROSECONDS;

  private final Transport transport;
  private volatile Door dataPort;

  private record Door(HttpServerOptions options, ConnectionLimits limits, OpenConnections open) {}

  DoorTransport(Transport transport) {
    this.transport = transport;
  }

  /**
   * Makes the server that is about to be created with these options the data port: to be called
   * before it is created.
   */
  public static void install(Vertx vertx, HttpServerOptions options, ConnectionLimits limits) {
    if (!(((VertxInternal) vertx).transport() instanceof DoorTransport door)) {
      throw new IllegalStateException("Vert.x was made without " + DoorTransportProvider.class);
    }
    // Server options reach the transport as copies of their general part only. The same timeout in
    // a unit that nobody else uses is the mark by which the port is known there.
    long timeout =
        options.getProxyProtocolTimeoutUnit().toMicros(options.getProxyProtocolTimeout());
    options.setProxyProtocolTimeout(timeout).setProxyProtocolTimeoutUnit(MARK);
    door.dataPort = new Door(options, limits, new OpenConnections(limits));
  }

  @Override
  public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
    transport.configure(options, domainSocket, bootstrap);
    Door door = dataPort;
    if (door != null && options.getProxyProtocolTimeoutUnit() == MARK) {
      // A client that has sent all it has may close its half and still read the answer.
      bootstrap.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
      bootstrap.childHandler(new Doorway(bootstrap.config().childHandler(), door));
    }
  }

  /** Lets Vert.x build the pipeline of a connection, then puts the door in. */
  private static final class Doorway extends ChannelInitializer<Channel> {
    private final ChannelHandler vertx;
    private final Door door;

    Doorway(ChannelHandler vertx, Door door) {
      this.vertx = vertx;
      this.door = door;
    }

    @Override
    protected void initChannel(Channel channel) {
      if (door.open().admit(channel)) {
        channel.pipeline().addLast(vertx);
        DoorInstaller.install(channel, door.options(), door.limits());
      } else {
        channel.close();
      }
    }
  }

  @Override
  public boolean supportsDomainSockets() {
    return transport.supportsDomainSockets();
  }

  @Override
  public boolean supportFileRegion() {
    return transport.supportFileRegion();
  }

  @Override
  public boolean isAvailable() {
    return transport.isAvailable();
  }

  @Override
  public Throwable unavailabilityCause() {
    return transport.unavailabilityCause();
  }

  @Override
  public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
    return transport.convert(address);
  }

  @Override
  public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
    return transport.convert(address);
  }

  @Override
  public EventLoopGroup eventLoopGroup(
      int type, int threads, ThreadFactory threadFactory, int ioRatio) {
    return transport.eventLoopGroup(type, threads, threadFactory, ioRatio);
  }

  @Override
  public DatagramChannel datagramChannel() {
    return transport.datagramChannel();
  }

  @Override
  public DatagramChannel datagramChannel(InternetProtocolFamily family) {
    return transport.datagramChannel(family);
  }

  @Override
  public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
    return transport.channelFactory(domainSocket);
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    return transport.serverChannelFactory(domainSocket);
  }

  @Override
  public void configure(DatagramChannel channel, DatagramSocketOptions options) {
    transport.configure(channel, options);
  }

  @Override
  public void configure(ClientOptionsBase options, boolean domainSocket, Bootstrap bootstrap) {
    transport.configure(options, domainSocket, bootstrap);
  }
}
