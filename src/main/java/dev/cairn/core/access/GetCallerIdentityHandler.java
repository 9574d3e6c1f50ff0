package dev.cairn.core.access;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Caller;
import io.smallrye.mutiny.Uni;

/** Says who calls: nobody can be kept from knowing that. */
public final class GetCallerIdentityHandler
    implements Handler<GetCallerIdentity, Caller.Authenticated> {
  @Override
  public Class<GetCallerIdentity> input() {
    return GetCallerIdentity.class;
  }

  @Override
  public Uni<Caller.Authenticated> handle(Call call, GetCallerIdentity input) {
    return Uni.createFrom().item(() -> call.known());
  }
}
