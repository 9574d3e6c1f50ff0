package dev.cairn.gateway.wire;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;

/** Found by Vert.x at its start: puts {@link DoorTransport} around the transport of the machine. */
public final class DoorTransportProvider implements VertxServiceProvider {
  @Override
  public void init(VertxBuilder builder) {
    builder.findTransport(new DoorTransport(builder.findTransport()));
  }
}
