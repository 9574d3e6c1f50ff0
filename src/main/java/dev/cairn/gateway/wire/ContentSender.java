package dev.cairn.gateway.wire;

import dev.cairn.core.body.Content;
import dev.cairn.core.body.Content.Region;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultFileRegion;
import io.netty.handler.stream.ChunkedNioFile;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;

/**
 * Sends content, region after region: bytes of files by the kernel's file transfer (through TLS in
 * chunks). A region is begun when the one before it is with the kernel, so a slow reader costs one
 * open file and no memory.
 */
record ContentSender(HttpServerRequest request) {
  private static final int TLS_CHUNK = 64 * 1024;

  Future<Void> send(Content content) {
    if (content.regions().size() == 1
        && content.regions().getFirst() instanceof Region.InMemory bytes) {
      return request.response().end(buffer(bytes)); // head, body and end in one write
    }
    Iterator<Region> regions = content.regions().iterator();
    return Future.succeededFuture()
        .compose(begin -> sendFrom(regions))
        .compose(sent -> request.response().end());
  }

  private Future<Void> sendFrom(Iterator<Region> regions) {
    if (!regions.hasNext()) {
      return Future.succeededFuture();
    }
    return send(regions.next()).compose(sent -> sendFrom(regions));
  }

  private Future<Void> send(Region region) {
    return switch (region) {
      case Region.InMemory bytes -> request.response().write(buffer(bytes));
      case Region.InFile part -> open(part).compose(file -> transfer(file, part));
    };
  }

  private static Buffer buffer(Region.InMemory bytes) {
    return Buffer.buffer(Unpooled.wrappedBuffer(bytes.bytes(), bytes.offset(), bytes.size()));
  }

  /** Off the event loop: opening may wait for the disk, and may fail while no byte is sent. */
  private static Future<FileChannel> open(Region.InFile part) {
    return Vertx.currentContext()
        .executeBlocking(() -> FileChannel.open(part.file(), StandardOpenOption.READ), false);
  }

  private Future<Void> transfer(FileChannel file, Region.InFile part) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      closeQuietly(file);
      return Future.failedFuture("the client is gone");
    }
    if (!response.headWritten()) {
      response.writeHead();
    }
    ConnectionBase connection = (ConnectionBase) request.connection();
    ChannelPromise written = connection.channelHandlerContext().newPromise();
    connection.writeToChannel(message(connection, file, part), true, written);
    return settled(written);
  }

  /** Whoever writes the message closes the file. */
  private static Object message(ConnectionBase connection, FileChannel file, Region.InFile part) {
    if (connection.channel().pipeline().get(ChunkedWriteHandler.class) == null) {
      return new DefaultFileRegion(file, part.offset(), part.length());
    }
    try {
      return new ChunkedNioFile(file, part.offset(), part.length(), TLS_CHUNK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Future<Void> settled(ChannelPromise written) {
    Context context = Vertx.currentContext();
    Promise<Void> settled = Promise.promise();
    written.addListener(
        done ->
            context.runOnContext(
                nothing -> {
                  if (done.isSuccess()) {
                    settled.complete();
                  } else {
                    settled.fail(done.cause());
                  }
                }));
    return settled.future();
  }

  private static void closeQuietly(FileChannel file) {
    try {
      file.close();
    } catch (IOException e) {
      // Was only read from; there is nothing to lose.
    }
  }
}
