package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;
import java.util.SequencedMap;

/** Answers the tags of an object. */
public final class GetObjectTaggingHandler
    implements Handler<GetObjectTagging, SequencedMap<String, String>> {
  private final ObjectCatalog objects;

  public GetObjectTaggingHandler(ObjectCatalog objects) {
    this.objects = objects;
  }

  @Override
  public Class<GetObjectTagging> input() {
    return GetObjectTagging.class;
  }

  @Override
  public Uni<SequencedMap<String, String>> handle(Call call, GetObjectTagging input) {
    return objects
        .find(call.inBucket(), input.key())
        .map(found -> found.orElseThrow(() -> new Failure.NoSuchKey(input.key()).exception()))
        .map(object -> object.metadata().tags());
  }
}
