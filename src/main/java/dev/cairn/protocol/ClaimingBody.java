package dev.cairn.protocol;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/** A body of which the head claims something, besides what the body itself claims at its end. */
public record ClaimingBody(Body body, Claims ofHead) implements Body {
  @Override
  public OptionalLong declaredLength() {
    return body.declaredLength();
  }

  @Override
  public Uni<Slab> next() {
    return body.next();
  }

  @Override
  public Claims claims() {
    return ofHead.and(body.claims());
  }

  @Override
  public void abandon() {
    body.abandon();
  }
}
