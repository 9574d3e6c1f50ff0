package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.object.DeleteObjects.Entry;
import dev.cairn.core.object.DeleteObjectsResult.Outcome;
import dev.cairn.model.Access;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Deletes several objects: those without a condition at once, the others one by one. */
public final class DeleteObjectsHandler implements Handler<DeleteObjects, DeleteObjectsResult> {
  private final ObjectCatalog objects;

  public DeleteObjectsHandler(ObjectCatalog objects) {
    this.objects = objects;
  }

  @Override
  public Class<DeleteObjects> input() {
    return DeleteObjects.class;
  }

  @Override
  public Uni<DeleteObjectsResult> handle(Call call, DeleteObjects input) {
    Bucket bucket = call.inBucket();
    List<ObjectKey> plain =
        input.entries().stream()
            .filter(entry -> isLeft(call, entry))
            .filter(entry -> exists(entry) && entry.ifMatch().isEmpty())
            .map(Entry::key)
            .distinct()
            .toList();
    return objects
        .delete(bucket, plain, WriteCondition.NONE)
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(input.entries())
                    .onItem()
                    .transformToUniAndConcatenate(entry -> outcome(call, entry))
                    .collect()
                    .asList())
        .map(DeleteObjectsResult::new);
  }

  private Uni<Outcome> outcome(Call call, Entry entry) {
    if (!isLeft(call, entry)) {
      Failure failure = new Failure.AccessDenied("the session may not delete " + entry.key());
      return Uni.createFrom().item(outcome(entry, Optional.of(failure)));
    }
    if (!exists(entry)) {
      Failure failure = new Failure.NoSuchVersion(entry.key(), entry.version().orElseThrow());
      return Uni.createFrom().item(outcome(entry, Optional.of(failure)));
    }
    if (entry.ifMatch().isEmpty()) {
      return Uni.createFrom().item(outcome(entry, Optional.empty()));
    }
    WriteCondition condition = new WriteCondition.IfMatch(List.of(entry.ifMatch().get()));
    return objects
        .delete(call.inBucket(), List.of(entry.key()), condition)
        .map(done -> outcome(entry, Optional.empty()))
        .onFailure(FailureException.class)
        .recoverWithItem(
            failed -> outcome(entry, Optional.of(((FailureException) failed).failure())));
  }

  /** Each key is authorised by itself: what a session may do can differ from key to key. */
  private static boolean isLeft(Call call, Entry entry) {
    return call.caller().isLeft(Access.delete(call.inBucket().name(), entry.key()));
  }

  private static boolean exists(Entry entry) {
    return entry.version().map("null"::equals).orElse(true);
  }

  private static Outcome outcome(Entry entry, Optional<Failure> failure) {
    return new Outcome(entry.key(), entry.version(), failure);
  }
}
