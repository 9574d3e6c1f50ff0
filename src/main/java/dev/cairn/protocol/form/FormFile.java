package dev.cairn.protocol.form;

import dev.cairn.core.body.ArraySlab;
import dev.cairn.core.body.AsyncLoop;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The file of a form, as it comes. Each slab keeps its memory, and only what is content of the file
 * is shown of it. The end is reached when all of the form is read.
 */
public final class FormFile implements Body {
  private final Body whole;
  private final FormDecoder decoder;

  /** Come already, and not asked for yet. */
  private final AtomicReference<Slab> waiting = new AtomicReference<>();

  private volatile boolean abandoned;
  private Slab found;

  /**
   * @param begun the slab in which the file begins, and what of it is not read yet
   */
  FormFile(Body whole, FormDecoder decoder, Slab begun, ByteBuffer rest) {
    this.whole = whole;
    this.decoder = decoder;
    this.waiting.set(new Shown(begun, rest));
  }

  /** As the form has it: one char for each byte. */
  public Optional<String> filename() {
    return decoder.file().filename();
  }

  /** Of the part, as the form has it. */
  public Optional<String> contentType() {
    return decoder.file().contentType();
  }

  /** Number of files that the form has; known at the end. */
  public int filesOfForm() {
    return decoder.files();
  }

  /** Unknown: a form does not say it. */
  @Override
  public OptionalLong declaredLength() {
    return OptionalLong.empty();
  }

  @Override
  public Uni<Slab> next() {
    return AsyncLoop.repeatWhile(() -> slab().map(this::goesOn)).map(nothing -> found);
  }

  private Uni<Slab> slab() {
    Slab come = waiting.getAndSet(null);
    return come == null ? whole.next() : Uni.createFrom().item(come);
  }

  /** Whether there was nothing of the file in a slab, so that another is needed. */
  private boolean goesOn(Slab slab) {
    if (slab == null) {
      decoder.end();
      found = null;
      return false;
    }
    if (slab instanceof Shown shown && shown.decoded()) {
      found = shown;
      return false;
    }
    found = decode(slab);
    return found == null;
  }

  private Slab decode(Slab slab) {
    ByteBuffer ofFile;
    try {
      ofFile = decoder.readFile(slab.bytes());
    } catch (RuntimeException e) {
      slab.release();
      throw e;
    }
    byte[] before = decoder.released();
    if (before.length == 0) {
      return show(slab, ofFile);
    }
    waiting.set(show(slab, ofFile));
    if (abandoned) {
      freeWaiting();
    }
    return new ArraySlab(before, 0, before.length);
  }

  private static Slab show(Slab slab, ByteBuffer content) {
    if (content.hasRemaining()) {
      return new Shown(slab, content, true);
    }
    slab.release();
    return null;
  }

  @Override
  public Claims claims() {
    return whole.claims();
  }

  @Override
  public void abandon() {
    abandoned = true;
    freeWaiting();
    whole.abandon();
  }

  private void freeWaiting() {
    Slab come = waiting.getAndSet(null);
    if (come != null) {
      come.release();
    }
  }

  /**
   * A slab of which only a part is shown.
   *
   * @param decoded whether that part is content of the file
   */
  private record Shown(Slab slab, ByteBuffer content, boolean decoded) implements Slab {
    Shown(Slab slab, ByteBuffer content) {
      this(slab, content, false);
    }

    @Override
    public ByteBuffer bytes() {
      return content.duplicate();
    }

    @Override
    public int size() {
      return content.remaining();
    }

    @Override
    public Slab retain() {
      slab.retain();
      return this;
    }

    @Override
    public void release() {
      slab.release();
    }
  }
}
