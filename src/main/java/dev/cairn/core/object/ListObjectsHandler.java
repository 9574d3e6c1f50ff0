package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;

/** Lists a page of a bucket. */
public final class ListObjectsHandler implements Handler<ListObjects, Listing<StoredObject>> {
  private final ObjectCatalog objects;

  public ListObjectsHandler(ObjectCatalog objects) {
    this.objects = objects;
  }

  @Override
  public Class<ListObjects> input() {
    return ListObjects.class;
  }

  @Override
  public Uni<Listing<StoredObject>> handle(Call call, ListObjects input) {
    return objects.list(call.inBucket(), input.range());
  }
}
