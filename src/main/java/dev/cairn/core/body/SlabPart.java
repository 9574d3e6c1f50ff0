package dev.cairn.core.body;

import java.nio.ByteBuffer;

/**
 * A slab of which only a part is shown; it is held and released as a whole.
 *
 * @param content the part, a view of the slab's bytes
 */
public record SlabPart(Slab slab, ByteBuffer content) implements Slab {
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
