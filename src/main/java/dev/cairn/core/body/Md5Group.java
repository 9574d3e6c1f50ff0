package dev.cairn.core.body;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Streams whose MD5s are computed side by side: a worker takes as many as there are lanes, and goes
 * on with the others after a short turn. A second worker begins when the lanes of the first are
 * full.
 */
final class Md5Group {
  /** Bytes of each stream that one turn takes at most, so that one that joins waits but briefly. */
  private static final int TURN = 256 << 10;

  private final Md5Lanes lanes;
  private final Executor executor;
  private final Queue<Md5Stream> waiting = new ArrayDeque<>();

  /** Streams that wait, and those that workers have. */
  private int members;

  private int workers;

  Md5Group(Md5Lanes lanes, Executor executor) {
    this.lanes = lanes;
    this.executor = executor;
  }

  /** A new stream, which joins when it has bytes. */
  Md5Stream open() {
    return new Md5Stream(this, lanes);
  }

  synchronized int members() {
    return members;
  }

  /** A stream has bytes again, or has ended. */
  void join(Md5Stream stream) {
    synchronized (this) {
      members++;
      waiting.add(stream);
      if (members <= workers * lanes.count()) {
        return;
      }
      workers++;
    }
    executor.execute(this::takeTurn);
  }

  // Each turn is a task of its own: other digests share these threads.
  private void takeTurn() {
    List<Md5Stream> streams = new ArrayList<>(lanes.count());
    try {
      take(streams);
      digest(streams);
    } catch (Throwable e) {
      streams.forEach(stream -> stream.fail(e));
    }
    synchronized (this) {
      waiting.addAll(streams);
      if (members <= (workers - 1) * lanes.count()) {
        workers--;
        return;
      }
    }
    executor.execute(this::takeTurn);
  }

  private synchronized void take(List<Md5Stream> streams) {
    while (streams.size() < lanes.count() && !waiting.isEmpty()) {
      streams.add(waiting.remove());
    }
  }

  /** Takes out those that have no more. */
  private void digest(List<Md5Stream> streams) {
    int blocks = TURN / Md5Lanes.BLOCK;
    for (Iterator<Md5Stream> each = streams.iterator(); each.hasNext(); ) {
      int ready = each.next().prepare();
      if (ready > 0) {
        blocks = Math.min(blocks, ready);
      } else {
        each.remove();
        leave();
      }
    }
    if (!streams.isEmpty()) {
      lanes.compress(
          streams.stream().map(Md5Stream::state).toArray(int[][]::new),
          streams.stream().map(Md5Stream::input).toArray(MemorySegment[]::new),
          blocks);
      for (Md5Stream stream : streams) {
        stream.advance(blocks);
      }
    }
  }

  private synchronized void leave() {
    members--;
  }
}
