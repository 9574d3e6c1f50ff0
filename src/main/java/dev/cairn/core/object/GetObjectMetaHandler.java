package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;

/** Finds an object. */
public final class GetObjectMetaHandler implements Handler<GetObjectMeta, StoredObject> {
  private final GuardedObjects objects;

  public GetObjectMetaHandler(ObjectCatalog objects) {
    this.objects = new GuardedObjects(objects);
  }

  @Override
  public Class<GetObjectMeta> input() {
    return GetObjectMeta.class;
  }

  @Override
  public Uni<StoredObject> handle(Call call, GetObjectMeta input) {
    return objects.get(call.rights(), input.key(), Right.READ);
  }
}
