package dev.cairn.blob;

import dev.cairn.core.body.Content.Region;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.core.content.BlobStore;
import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.impl.VertxInternal;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Blobs as files, written through Vert.x. Many processes may share the folder. */
public final class FileBlobStore implements BlobStore {
  private final VertxInternal vertx;
  private final BlobFolders folders;
  private final DiskFailures failures;
  private final FolderSync folderSync;

  /**
   * @param dataFolder which exists; blobs go to {@code blobs} below it
   */
  public FileBlobStore(Vertx vertx, Path dataFolder) {
    this.vertx = (VertxInternal) vertx;
    this.folders = new BlobFolders(dataFolder);
    this.failures = new DiskFailures(dataFolder);
    this.folderSync =
        new FolderSync(
            folder ->
                blocking(
                    () -> {
                      BlobFolders.sync(folder);
                      return null;
                    }));
  }

  @Override
  public Uni<Writer> create(BlobId id) {
    Path file = folders.file(id);
    return writing(() -> makeFolder(file.getParent()).compose(made -> openNew(file)))
        .map(opened -> new FileBlobWriter(opened, file, this));
  }

  private Future<Void> makeFolder(Path folder) {
    if (folders.isDurable(folder)) {
      return Future.succeededFuture();
    }
    return blocking(
        () -> {
          folders.make(folder);
          return null;
        });
  }

  /**
   * Opens a file in a context of its own. Vert.x runs the opening, flushing and closing of all
   * files of one context one after the other: on the event loop's own context every upload would
   * wait for the disk to finish with every other.
   */
  private Future<AsyncFile> openNew(Path file) {
    Context context = vertx.createEventLoopContext();
    Promise<AsyncFile> opened = Promise.promise();
    OpenOptions options =
        new OpenOptions().setRead(false).setWrite(true).setCreate(false).setCreateNew(true);
    context.runOnContext(
        here -> vertx.fileSystem().open(file.toString(), options).onComplete(opened));
    return opened.future();
  }

  @Override
  public Region region(BlobId id, long offset, long length) {
    return new Region.InFile(folders.file(id), offset, length);
  }

  @Override
  public Uni<Void> read(BlobId id, long offset, int length, FillableSlab into) {
    return uni(
        () ->
            blocking(
                () -> {
                  read(folders.file(id), offset, into.space().slice(0, length));
                  into.filled(length);
                  return null;
                }));
  }

  private static void read(Path file, long offset, ByteBuffer into) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (into.hasRemaining()) {
        if (channel.read(into, offset + into.position()) < 0) {
          throw new EOFException(file + " ends before " + (offset + into.limit()));
        }
      }
    }
  }

  @Override
  public Uni<OptionalLong> size(BlobId id) {
    return uni(() -> blocking(() -> size(folders.file(id))));
  }

  private static OptionalLong size(Path file) throws IOException {
    try {
      return OptionalLong.of(Files.size(file));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public Uni<Void> delete(BlobId id) {
    return uni(() -> deleteFile(folders.file(id)));
  }

  /** A name that came back after a power cut would be nobody's: the catalog forgets it next. */
  Future<Void> deleteFile(Path file) {
    return blocking(() -> Files.deleteIfExists(file))
        .compose(there -> there ? syncFolderOf(file) : Future.succeededFuture());
  }

  /** Makes the file's name durable. */
  Future<Void> syncFolderOf(Path file) {
    return folderSync.sync(file.getParent());
  }

  /** Runs what blocks on a worker thread, beside others. */
  <T> Future<T> blocking(Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }

  private static <T> Uni<T> uni(Supplier<Future<T>> start) {
    return Uni.createFrom()
        .emitter(emitter -> start.get().onSuccess(emitter::complete).onFailure(emitter::fail));
  }

  /** A future as a Uni, with what the disk says to a writer translated. */
  <T> Uni<T> writing(Supplier<Future<T>> start) {
    return uni(start).onFailure().transform(this::translate);
  }

  Throwable translate(Throwable failure) {
    return failures.translate(failure);
  }
}
