package dev.cairn.core.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Counts what is under way and tells one waiting producer when there is room again: the
 * back-pressure of a stage that works beside its caller.
 */
public final class Gate {
  private final int limit;
  private int underWay;
  private int wanted;
  private UniEmitter<? super Void> waiting;

  /**
   * @param limit how much may be under way before the producer waits
   */
  public Gate(int limit) {
    this.limit = limit;
  }

  /** Something more is under way. */
  public synchronized void enter() {
    underWay++;
  }

  /** Something is done. */
  public void leave() {
    UniEmitter<? super Void> released = null;
    synchronized (this) {
      underWay--;
      if (underWay <= wanted) {
        released = waiting;
        waiting = null;
      }
    }
    if (released != null) {
      released.complete(null);
    }
  }

  /** Completes when one more may be under way. At most one waits at a time. */
  public Uni<Void> opening() {
    return atMost(Math.max(0, limit - 1));
  }

  /** Completes when nothing is under way. At most one waits at a time. */
  public Uni<Void> idle() {
    return atMost(0);
  }

  private Uni<Void> atMost(int count) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              synchronized (this) {
                if (underWay > count) {
                  wanted = count;
                  waiting = emitter;
                  return;
                }
              }
              emitter.complete(null);
            });
  }
}
