package dev.cairn.dialect;

import dev.cairn.core.body.Body;
import dev.cairn.model.Caller;
import java.util.function.UnaryOperator;

/**
 * Who signed a request, and what that says of its body.
 *
 * @param framing turns the bytes after the head into the payload: takes chunk framing and its
 *     signatures off, adds the payload hash to the claims; identity for a plain body
 */
public record Authentication(Caller caller, UnaryOperator<Body> framing) {
  public static Authentication anonymous() {
    return new Authentication(new Caller.Anonymous(), UnaryOperator.identity());
  }
}
