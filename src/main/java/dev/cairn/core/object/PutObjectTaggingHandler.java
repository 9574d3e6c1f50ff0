package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import io.smallrye.mutiny.Uni;

/** Replaces the tags of an object. */
public final class PutObjectTaggingHandler implements Handler<PutObjectTagging, Void> {
  private final ObjectCatalog objects;

  public PutObjectTaggingHandler(ObjectCatalog objects) {
    this.objects = objects;
  }

  @Override
  public Class<PutObjectTagging> input() {
    return PutObjectTagging.class;
  }

  @Override
  public Uni<Void> handle(Call call, PutObjectTagging input) {
    return objects.setTags(call.inBucket(), input.key(), input.tags());
  }
}
