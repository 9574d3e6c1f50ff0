package dev.cairn.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.core.body.Slab;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpBodyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SLAB = 64 << 10;

  private final Vertx vertx = Vertx.vertx();
  private final DirectSlabPool slabs = new DirectSlabPool(16 * SLAB, SLAB);
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Conversation conversation = Conversation.attach(channel, ConnectionLimits.NONE);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    assertThat(slabs.lent()).isZero();
  }

  @Test
  void failsWithoutAStackOnceItIsAbandoned() throws Exception {
    onLoop(
        () -> {
          // Given
          HttpBody body = begun(5);
          AtomicReference<Throwable> failure = new AtomicReference<>();

          // When
          body.abandon();
          body.next().subscribe().with(Slab::release, failure::set);

          // Then
          assertThat(failure.get()).hasMessage("the body was abandoned");
          assertThat(failure.get().getStackTrace()).isEmpty();
        });
  }

  @Test
  void staysUnreadWhenItIsGivenUpWithASlabThatWasFilled() throws Exception {
    onLoop(
        () -> {
          // Given
          HttpBody body = begun(10 * SLAB);
          giveUpWithTheNextSlab(body);

          // When
          conversation.takes(bytes(SLAB));

          // Then
          assertThat(channel.config().isAutoRead()).isFalse();
        });
  }

  @Test
  void staysUnreadWhenItIsGivenUpWithASlabOfWhatHadArrived() throws Exception {
    onLoop(
        () -> {
          // Given
          HttpBody body = begun(10 * SLAB);
          conversation.takes(bytes(SLAB));

          // When
          giveUpWithTheNextSlab(body);

          // Then
          assertThat(channel.config().isAutoRead()).isFalse();
        });
  }

  @Test
  void isReadWhileNothingWaits() throws Exception {
    onLoop(
        () -> {
          // Given
          HttpBody body = begun(10 * SLAB);

          // When
          conversation.takes(bytes(100));
          boolean readBeforeTheFirstPull = channel.config().isAutoRead();
          body.next().subscribe().with(Slab::release);
          boolean readAfterIt = channel.config().isAutoRead();
          body.abandon();

          // Then
          assertThat(readBeforeTheFirstPull).isFalse();
          assertThat(readAfterIt).isTrue();
        });
  }

  @Test
  void leavesTheSocketAloneOnceAllHasArrived() throws Exception {
    onLoop(
        () -> {
          // Given
          HttpBody body = begun(100);
          conversation.bodyComplete();

          // When
          conversation.takes(bytes(100));
          boolean readBeforeThePull = channel.config().isAutoRead();
          body.next().subscribe().with(Slab::release);
          body.abandon();

          // Then
          assertThat(readBeforeThePull).isTrue();
          assertThat(channel.config().isAutoRead()).isTrue();
        });
  }

  private static void giveUpWithTheNextSlab(HttpBody body) {
    body.next()
        .subscribe()
        .with(
            slab -> {
              slab.release();
              body.abandon();
            });
  }

  private static ByteBuf bytes(int count) {
    return Unpooled.wrappedBuffer(new byte[count]);
  }

  private HttpBody begun(long length) {
    conversation.begin("/b/k");
    return new HttpBody(request(), conversation, OptionalLong.of(length), PATIENCE, slabs);
  }

  /** A request without headers, of which no more is said. */
  private static HttpServerRequest request() {
    return (HttpServerRequest)
        Proxy.newProxyInstance(
            HttpServerRequest.class.getClassLoader(),
            new Class<?>[] {HttpServerRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isEnded" -> false;
                  case "getHeader" -> null;
                  default -> proxy;
                });
  }

  private void onLoop(Runnable work) throws Exception {
    CompletableFuture.runAsync(work, task -> vertx.runOnContext(nothing -> task.run()))
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
