package dev.cairn.protocol.form;

import dev.cairn.core.body.ArraySlab;
import dev.cairn.core.body.AsyncLoop;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import dev.cairn.core.body.SlabPart;
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
  private final AtomicReference<Come> waiting = new AtomicReference<>();

  private volatile boolean abandoned;
  private Slab found;

  /**
   * @param begun the slab in which the file begins, and what of it is not read yet
   */
  FormFile(Body whole, FormDecoder decoder, Slab begun, ByteBuffer rest) {
    this.whole = whole;
    this.decoder = decoder;
    this.waiting.set(new Come(new SlabPart(begun, rest), false));
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
    return AsyncLoop.repeatWhile(() -> come().map(this::goesOn)).map(nothing -> found);
  }

  private Uni<Come> come() {
    Come come = waiting.getAndSet(null);
    return come == null
        ? whole.next().map(slab -> new Come(slab, false))
        : Uni.createFrom().item(come);
  }

  /** Whether there was nothing of the file in a slab, so that another is needed. */
  private boolean goesOn(Come come) {
    if (come.slab() == null) {
      decoder.end();
      found = null;
      return false;
    }
    found = come.decoded() ? come.slab() : decode(come.slab());
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
    Slab shown = show(slab, ofFile);
    if (shown != null) {
      waiting.set(new Come(shown, true));
    }
    if (abandoned) {
      freeWaiting();
    }
    return new ArraySlab(before, 0, before.length);
  }

  private static Slab show(Slab slab, ByteBuffer content) {
    if (content.hasRemaining()) {
      return new SlabPart(slab, content);
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
    Come come = waiting.getAndSet(null);
    if (come != null) {
      come.slab().release();
    }
  }

  /**
   * A slab that has come.
   *
   * @param slab null at the end of the form
   * @param decoded whether it shows content of the file
   */
  private record Come(Slab slab, boolean decoded) {}
}
