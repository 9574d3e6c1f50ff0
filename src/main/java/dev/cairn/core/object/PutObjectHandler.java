package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.content.ContentStore;
import dev.cairn.model.Bucket;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Receives a body and publishes it under its key. */
public final class PutObjectHandler implements Handler<PutObject, PutObjectResult> {
  private final ObjectCatalog objects;
  private final ContentStore contents;
  private final Publisher publisher;

  public PutObjectHandler(ObjectCatalog objects, ContentStore contents, Publisher publisher) {
    this.objects = objects;
    this.contents = contents;
    this.publisher = publisher;
  }

  @Override
  public Class<PutObject> input() {
    return PutObject.class;
  }

  @Override
  public Uni<PutObjectResult> handle(Call call, PutObject input) {
    Publisher.Intent intent =
        new Publisher.Intent(
            call.inBucket(),
            input.key(),
            input.metadata().ownedBy(call.writer()),
            input.condition());
    return refuseEarly(call.inBucket(), input)
        .chain(() -> contents.receive(input.body(), Publisher.withETag(input.wanted())))
        .chain(received -> publisher.publish(intent, received, input.wanted()));
  }

  // The publish decides. But a condition that fails now need not wait for 5 GiB to arrive first.
  private Uni<Void> refuseEarly(Bucket bucket, PutObject input) {
    if (input.condition() instanceof WriteCondition.Always) {
      return Uni.createFrom().voidItem();
    }
    return objects
        .find(bucket, input.key())
        .invoke(found -> check(input, found))
        .onFailure()
        .invoke(input.body()::abandon)
        .replaceWithVoid();
  }

  private static void check(PutObject input, Optional<StoredObject> found) {
    switch (input.condition()) {
      case WriteCondition.Always always -> {}
      case WriteCondition.IfAbsent absent -> {
        if (found.isPresent()) {
          throw new Failure.PreconditionFailed("If-None-Match").exception();
        }
      }
      case WriteCondition.IfMatch match -> {
        StoredObject object =
            found.orElseThrow(() -> new Failure.NoSuchKey(input.key()).exception());
        List<ETag> tags = match.eTags();
        if (!tags.isEmpty() && !tags.contains(object.eTag())) {
          throw new Failure.PreconditionFailed("If-Match").exception();
        }
      }
    }
  }
}
