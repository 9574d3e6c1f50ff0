package dev.cairn.dialect.family.form;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/**
 * The file of a form, held to its lengths; and, where that matters, the only one, which is known at
 * its end.
 */
final class PostedFile implements Body {
  private final Body file;
  private final long minimum;
  private final long maximum;
  private final IntSupplier files;
  private long received;

  /**
   * @param files how many the form has, once all of it is read; one is right
   */
  PostedFile(Body file, long minimum, long maximum, IntSupplier files) {
    this.file = file;
    this.minimum = minimum;
    this.maximum = maximum;
    this.files = files;
  }

  @Override
  public OptionalLong declaredLength() {
    return file.declaredLength();
  }

  @Override
  public Uni<Slab> next() {
    return file.next().map(this::counted);
  }

  private Slab counted(Slab slab) {
    if (slab == null) {
      requireAll();
      return null;
    }
    received += slab.size();
    if (received > maximum) {
      slab.release();
      throw new Failure.FileTooLarge(received, maximum).exception();
    }
    return slab;
  }

  private void requireAll() {
    if (received < minimum) {
      throw new Failure.FileTooSmall(received, minimum).exception();
    }
    if (files.getAsInt() != 1) {
      throw new Failure.NotOneFile(files.getAsInt()).exception();
    }
  }

  @Override
  public Claims claims() {
    return file.claims();
  }

  @Override
  public void abandon() {
    file.abandon();
  }
}
