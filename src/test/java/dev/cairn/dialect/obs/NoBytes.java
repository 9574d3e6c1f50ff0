package dev.cairn.dialect.obs;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/** A body of nothing. */
final class NoBytes implements Body {
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
}
