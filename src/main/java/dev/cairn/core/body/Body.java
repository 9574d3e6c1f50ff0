package dev.cairn.core.body;

import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/**
 * Bytes on their way in, pulled slab by slab: nothing is read from the other side that nobody asked
 * for. Decorators (length limit, framing) are bodies themselves.
 */
public interface Body {
  /** No byte at all. */
  Body EMPTY =
      new Body() {
        @Override
        public OptionalLong declaredLength() {
          return OptionalLong.of(0);
        }

        @Override
        public Uni<Slab> next() {
          return Uni.createFrom().nullItem();
        }

        @Override
        public Claims claims() {
          return Claims.NONE;
        }

        @Override
        public void abandon() {}
      };

  /** Number of bytes, where it was declared. */
  OptionalLong declaredLength();

  /**
   * The next slab, which the caller must release; null at the end. At most one call at a time, none
   * after the end or a failure. Items may arrive on any thread. A slab is handed over whatever
   * becomes of its receiver, so do not cancel: {@link #abandon()}, and release what still comes.
   */
  Uni<Slab> next();

  /** What the sender claims of the bytes. Complete (trailers included) only after the end. */
  Claims claims();

  /**
   * Nothing more is wanted: frees what is held. Harmless at any time, after the end too. Whoever
   * waits for the next slab gets a failure, or no answer at all.
   */
  void abandon();
}
