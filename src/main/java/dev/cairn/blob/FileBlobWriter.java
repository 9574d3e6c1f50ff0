package dev.cairn.blob;

import dev.cairn.core.body.Gate;
import dev.cairn.core.body.Slab;
import dev.cairn.core.content.BlobStore;
import io.netty.buffer.Unpooled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.file.AsyncFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes a blob's file: whole slabs, uncopied, each at its position, several under way at a time.
 * Slabs of whole blocks go past the page cache, the others, such as the last one, through it.
 */
final class FileBlobWriter implements BlobStore.Writer {
  /** Writes under way before the sender waits. */
  private static final int WRITES_AT_ONCE = 3;

  /** Bytes after which the disk is told to begin. */
  private static final long FLUSH_AHEAD = 32L << 20;

  private final AsyncFile file;
  private final DirectFile direct;
  private final Path path;
  private final FileBlobStore store;
  private final Gate writes = new Gate(WRITES_AT_ONCE);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private long position;

  /** Bytes that went to the page cache since the disk was last told to begin. */
  private long cached;

  private boolean closed;

  FileBlobWriter(AsyncFile file, Path path, FileBlobStore store) {
    this.file = file;
    this.direct = new DirectFile(path);
    this.path = path;
    this.store = store;
  }

  @Override
  public Uni<Void> append(Slab slab) {
    return Uni.createFrom()
        .deferred(
            () -> {
              write(slab);
              return writes.opening().invoke(this::throwFailure);
            });
  }

  private void write(Slab slab) {
    if (slab.size() == 0) {
      // Of nothing to write, Vert.x tells the end at once: on the caller's context, and refuses it.
      slab.release();
      return;
    }
    ByteBuffer bytes = slab.bytes();
    long begin = position;
    position += slab.size();
    writes.enter();
    if (failure.get() != null) {
      written(slab, Future.succeededFuture());
    } else if (direct.takes(bytes, begin)) {
      store
          .blocking(() -> direct.write(bytes, begin))
          .compose(done -> done ? Future.succeededFuture() : writeCached(slab.bytes(), begin))
          .onComplete(written -> written(slab, written));
    } else {
      cached += slab.size();
      writeCached(bytes, begin).onComplete(written -> written(slab, written));
      flushAhead();
    }
  }

  private Future<Void> writeCached(ByteBuffer bytes, long begin) {
    return file.write(BufferImpl.buffer(Unpooled.wrappedBuffer(bytes)), begin);
  }

  /** Lets the disk begin while the body still comes: otherwise it would all be left to the end. */
  private void flushAhead() {
    if (cached >= FLUSH_AHEAD) {
      cached = 0;
      file.flush().onFailure(this::fail);
    }
  }

  private void fail(Throwable cause) {
    failure.compareAndSet(null, store.translate(cause));
  }

  private void written(Slab slab, AsyncResult<Void> result) {
    slab.release();
    if (result.failed()) {
      fail(result.cause());
    }
    writes.leave();
  }

  private void throwFailure() {
    Throwable first = failure.get();
    if (first instanceof RuntimeException known) {
      throw known;
    }
    if (first != null) {
      throw new IllegalStateException("cannot write " + path, first);
    }
  }

  @Override
  public Uni<Void> commit() {
    return writes.idle().invoke(this::throwFailure).chain(() -> store.writing(this::makeDurable));
  }

  private Future<Void> makeDurable() {
    return file.flush()
        .compose(end -> checkFlushes())
        .compose(good -> close())
        .compose(end -> store.syncFolderOf(path));
  }

  /**
   * The system reports a lost write once: it may have been to a flush ahead, which ended before.
   */
  private Future<Void> checkFlushes() {
    Throwable first = failure.get();
    return first == null ? Future.succeededFuture() : Future.failedFuture(first);
  }

  private Future<Void> close() {
    if (closed) {
      return Future.succeededFuture();
    }
    closed = true;
    return closeDirect().eventually(() -> file.close());
  }

  private Future<Void> closeDirect() {
    if (!direct.isOpen()) {
      return Future.succeededFuture();
    }
    return store.blocking(
        () -> {
          direct.close();
          return null;
        });
  }

  @Override
  public Uni<Void> discard() {
    return writes
        .idle()
        .chain(() -> store.writing(() -> close().eventually(() -> store.deleteFile(path))));
  }
}
