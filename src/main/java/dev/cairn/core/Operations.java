package dev.cairn.core;

import dev.cairn.core.access.Grantees;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** All operations of the service: finds the handler of an input. */
public final class Operations {
  private final Map<Class<?>, Handler<?, ?>> byInput = new HashMap<>();

  private final Grantees grantees;

  /**
   * @param grantees looks up to whom something is granted
   */
  public Operations(Collection<Handler<?, ?>> handlers, Grantees grantees) {
    this.grantees = grantees;
    for (Handler<?, ?> handler : handlers) {
      if (byInput.put(handler.input(), handler) != null) {
        throw new IllegalStateException("two handlers for " + handler.input().getName());
      }
    }
  }

  public <R> Uni<R> execute(Call call, Input<R> input) {
    return input instanceof Granting<R> granting
        ? grantees
            .resolve(granting.acl())
            .map(granting::withAcl)
            .chain(resolved -> handlerOf(resolved).handle(call, resolved))
        : handlerOf(input).handle(call, input);
  }

  // A handler is registered under exactly the input class that it declares.
  @SuppressWarnings("unchecked")
  private <R> Handler<Input<R>, R> handlerOf(Input<R> input) {
    Handler<?, ?> handler = byInput.get(input.getClass());
    if (handler == null) {
      throw new IllegalStateException("no handler for " + input.getClass().getName());
    }
    return (Handler<Input<R>, R>) handler;
  }
}
