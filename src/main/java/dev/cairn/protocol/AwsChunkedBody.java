package dev.cairn.protocol;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import dev.cairn.core.body.SlabPart;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The payload of an aws-chunked body. Each slab keeps its memory: what is framing in it is closed
 * up, and a slab that held nothing else goes back to its pool. Trailers become claims.
 */
public final class AwsChunkedBody implements Body {
  private final Body framed;
  private final long decodedLength;
  private final AwsChunkedDecoder decoder;
  private final Executor worker;

  /**
   * @param decodedLength length of the payload, as declared
   * @param signatures checks every chunk; empty for unsigned framing
   * @param trailers empty for the form that has none
   * @param worker where chunks are hashed and closed up: too much work for an event loop
   */
  public AwsChunkedBody(
      Body framed,
      long decodedLength,
      Optional<ChunkSignatures> signatures,
      Optional<AnnouncedTrailers> trailers,
      Executor worker) {
    this.framed = framed;
    this.decodedLength = decodedLength;
    this.decoder = new AwsChunkedDecoder(decodedLength, signatures, trailers);
    this.worker = worker;
  }

  @Override
  public OptionalLong declaredLength() {
    return OptionalLong.of(decodedLength);
  }

  @Override
  public Uni<Slab> next() {
    return Uni.createFrom().emitter(emitter -> new Pull(emitter).pull());
  }

  @Override
  public Claims claims() {
    return framed.claims().and(decoder.claims());
  }

  @Override
  public void abandon() {
    framed.abandon();
  }

  /** One answer to {@link #next()}: pulls until a slab has some payload in it. */
  private final class Pull {
    private final UniEmitter<? super Slab> emitter;

    Pull(UniEmitter<? super Slab> emitter) {
      this.emitter = emitter;
    }

    void pull() {
      attempt(() -> framed.next().subscribe().with(this::received, emitter::fail));
    }

    private void received(Slab slab) {
      if (slab == null) {
        attempt(
            () -> {
              decoder.end();
              emitter.complete(null);
            });
        return;
      }
      try {
        worker.execute(() -> decode(slab));
      } catch (RejectedExecutionException e) {
        slab.release();
        emitter.fail(e);
      }
    }

    private void decode(Slab slab) {
      SlabPart payload;
      try {
        payload = closeUp(slab);
      } catch (RuntimeException | Error e) {
        slab.release();
        emitter.fail(e);
        return;
      }
      if (payload.size() > 0) {
        emitter.complete(payload);
      } else {
        slab.release();
        pull();
      }
    }

    private SlabPart closeUp(Slab slab) {
      ByteBuffer bytes = slab.bytes();
      int start = bytes.position();
      int length = decoder.decode(bytes);
      return new SlabPart(slab, bytes.limit(start + length).position(start));
    }

    /** Whatever is thrown must reach the one who waits. */
    private void attempt(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException e) {
        emitter.fail(e);
      }
    }
  }
}
