package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.object.ObjectCatalog.Readable;
import dev.cairn.core.object.RestoreObject.Terms;
import dev.cairn.model.Failure;
import dev.cairn.model.Restoration;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StorageClass.Temperature;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes archived objects readable for a while. */
public final class RestoreObjectHandler implements Handler<RestoreObject, RestoreObjectResult> {
  private final ObjectCatalog objects;
  private final Duration delay;

  /**
   * @param delay from a request until the object can be read
   */
  public RestoreObjectHandler(ObjectCatalog objects, Duration delay) {
    this.objects = objects;
    this.delay = delay;
  }

  @Override
  public Class<RestoreObject> input() {
    return RestoreObject.class;
  }

  @Override
  public Uni<RestoreObjectResult> handle(Call call, RestoreObject input) {
    return objects
        .restore(call.inBucket(), input.key(), (object, now) -> decide(input, object, now))
        .map(before -> new RestoreObjectResult(before.restoration().isPresent()));
  }

  private Readable decide(RestoreObject input, StoredObject object, Instant now) {
    StorageClass storageClass = object.storageClass();
    if (!storageClass.archived()) {
      throw new Failure.NotArchived(input.key(), storageClass).exception();
    }
    checkDays(input, storageClass);
    Optional<Restoration> current = object.restoration();
    if (current.filter(Restoration::ongoing).isPresent()) {
      throw new Failure.RestoreInProgress(input.key()).exception();
    }
    Instant from = current.isPresent() ? now : now.plus(delay);
    Instant until = until(from, input);
    return new Readable(
        from, current.map(it -> prolonged(input, it.expiresAt(), until)).orElse(until));
  }

  private static void checkDays(RestoreObject input, StorageClass storageClass) {
    Terms terms = input.terms();
    int most =
        storageClass.temperature() == Temperature.DEEP ? terms.mostDaysDeep() : terms.mostDays();
    if (input.days() < 1 || input.days() > most) {
      throw new Failure.InvalidArgument(
              "Days",
              Integer.toString(input.days()),
              "restoration days should be at least 1 and at most " + most)
          .exception();
    }
  }

  private static Instant until(Instant from, RestoreObject input) {
    Instant until = from.plus(Duration.ofDays(input.days()));
    Instant midnight = until.truncatedTo(ChronoUnit.DAYS);
    return !input.terms().untilMidnight() || midnight.equals(until)
        ? until
        : midnight.plus(Duration.ofDays(1));
  }

  private static Instant prolonged(RestoreObject input, Instant current, Instant wanted) {
    if (!wanted.isBefore(current)) {
      return wanted;
    }
    return switch (input.terms().shortening()) {
      case DONE -> wanted;
      case IGNORED -> current;
      case REFUSED -> throw new Failure.RestorationShortened(input.key()).exception();
    };
  }
}
