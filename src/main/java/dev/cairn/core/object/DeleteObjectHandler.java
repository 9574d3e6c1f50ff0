package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Deletes one object. */
public final class DeleteObjectHandler implements Handler<DeleteObject, Void> {
  private final ObjectCatalog objects;

  public DeleteObjectHandler(ObjectCatalog objects) {
    this.objects = objects;
  }

  @Override
  public Class<DeleteObject> input() {
    return DeleteObject.class;
  }

  @Override
  public Uni<Void> handle(Call call, DeleteObject input) {
    return objects.delete(call.inBucket(), List.of(input.key()), input.condition());
  }
}
