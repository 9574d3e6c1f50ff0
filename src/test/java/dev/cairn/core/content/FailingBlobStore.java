package dev.cairn.core.content;

import dev.cairn.core.body.Content.Region;
import dev.cairn.core.body.Slab;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** A blob store that fails, or waits to be told to go on, at one step. */
final class FailingBlobStore implements BlobStore {
  /** What can go wrong. */
  enum Step {
    CREATE,
    APPEND,
    COMMIT,
    DISCARD,
    DELETE
  }

  private final BlobStore store;
  private final Step step;
  private final AtomicInteger callsLeft;
  private final Uni<Void> instead;

  /**
   * @param call the call of this step that goes wrong, from 1 on
   * @param instead fails, or completes when the call may go on
   */
  FailingBlobStore(BlobStore store, Step step, int call, Uni<Void> instead) {
    this.store = store;
    this.step = step;
    this.callsLeft = new AtomicInteger(call);
    this.instead = instead;
  }

  private Uni<Void> at(Step reached) {
    return reached == step && callsLeft.decrementAndGet() == 0
        ? instead
        : Uni.createFrom().voidItem();
  }

  @Override
  public Uni<Writer> create(BlobId id) {
    return at(Step.CREATE).chain(() -> store.create(id)).map(FailingWriter::new);
  }

  @Override
  public Region region(BlobId id, long offset, long length) {
    return store.region(id, offset, length);
  }

  @Override
  public Uni<Void> read(BlobId id, long offset, int length, FillableSlab into) {
    return store.read(id, offset, length, into);
  }

  @Override
  public Uni<OptionalLong> size(BlobId id) {
    return store.size(id);
  }

  @Override
  public Uni<Void> delete(BlobId id) {
    return at(Step.DELETE).chain(() -> store.delete(id));
  }

  private final class FailingWriter implements Writer {
    private final Writer writer;

    FailingWriter(Writer writer) {
      this.writer = writer;
    }

    @Override
    public Uni<Void> append(Slab slab) {
      return at(Step.APPEND).onFailure().invoke(slab::release).chain(() -> writer.append(slab));
    }

    @Override
    public Uni<Void> commit() {
      return at(Step.COMMIT).chain(writer::commit);
    }

    @Override
    public Uni<Void> discard() {
      return at(Step.DISCARD).chain(writer::discard);
    }
  }
}
