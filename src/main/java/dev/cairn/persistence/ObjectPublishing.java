package dev.cairn.persistence;

import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.persistence.ObjectWrites.NewObject;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Publishes batches: as few statements as possible, an outcome for each publication. A statement
 * says what it published; why it left out the others, which is rare, is asked afterwards.
 */
final class ObjectPublishing {
  private static final Logger LOG = Logger.getLogger(ObjectPublishing.class);

  // Each time, somebody else changed the object between the refusal and the question.
  private static final int ATTEMPTS = 10;

  private final Database database;

  ObjectPublishing(Database database) {
    this.database = database;
  }

  /** Outcomes in the order of the publications. */
  Uni<List<PublishOutcome>> publish(List<Publication> publications) {
    if (publications.size() == 1) {
      return publishOne(publications.getFirst(), ATTEMPTS).map(List::of);
    }
    return Multi.createFrom()
        .iterable(batches(publications))
        .onItem()
        .transformToUniAndConcatenate(this::publishBatch)
        .collect()
        .in(HashMap<UUID, PublishOutcome>::new, Map::putAll)
        .map(outcomes -> publications.stream().map(each -> outcomes.get(idOf(each))).toList());
  }

  /**
   * Publications that one statement can take: of different keys, and of one condition; each with an
   * ETag to match is alone. Those of one key stay in their order.
   */
  static List<List<Publication>> batches(List<Publication> publications) {
    record Batch(int round, Object condition) {}
    Map<Place, Integer> rounds = new HashMap<>();
    Map<Batch, List<Publication>> batches = new LinkedHashMap<>();
    for (Publication each : publications) {
      int round = rounds.merge(Place.of(each.bucket(), each.key()), 1, Integer::sum);
      boolean alone = each.condition() instanceof WriteCondition.IfMatch;
      Batch batch = new Batch(round, alone ? idOf(each) : each.condition());
      batches.computeIfAbsent(batch, made -> new ArrayList<>()).add(each);
    }
    return batches.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Batch::round)))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Uni<Map<UUID, PublishOutcome>> publishBatch(List<Publication> batch) {
    return run(batch)
        .chain(outcomes -> withRefusals(batch, outcomes))
        .onFailure(e -> !(e instanceof FailureException))
        .recoverWithUni(() -> withRefusals(batch, Map.of()))
        // Each batch for itself: others may have been published.
        .onFailure(FailureException.class)
        .recoverWithItem(e -> unresolved(batch, Map.of()));
  }

  // The rows of a batch that were not published, once more each by itself: either the statement
  // left them out, and will again, or one of them made the whole batch fail.
  private Uni<Map<UUID, PublishOutcome>> withRefusals(
      List<Publication> batch, Map<UUID, PublishOutcome> known) {
    return Multi.createFrom()
        .iterable(batch)
        .filter(each -> !known.containsKey(idOf(each)))
        .onItem()
        .transformToUniAndConcatenate(
            each ->
                publishOne(each, ATTEMPTS)
                    .onFailure()
                    .recoverWithItem(e -> outcome(each, e))
                    .map(outcome -> Map.entry(idOf(each), outcome)))
        .collect()
        .in(() -> new HashMap<>(known), (all, one) -> all.put(one.getKey(), one.getValue()));
  }

  private static PublishOutcome outcome(Publication publication, Throwable thrown) {
    if (thrown instanceof FailureException known) {
      return new PublishOutcome.Unresolved(known.failure());
    }
    LOG.errorf(thrown, "publishing object %s", idOf(publication));
    return new PublishOutcome.Rejected(new Failure.Internal());
  }

  private Uni<PublishOutcome> publishOne(Publication publication, int attempts) {
    return run(List.of(publication))
        .chain(
            outcomes ->
                outcomes.isEmpty()
                    ? refusal(publication)
                        .chain(failure -> refusedOrAgain(publication, failure, attempts))
                    : Uni.createFrom().item(outcomes.get(idOf(publication))))
        .onFailure(DatabaseFailures::isForeignKeyViolation)
        .recoverWithItem(
            () ->
                new PublishOutcome.Rejected(new Failure.NoSuchBucket(publication.bucket().name())));
  }

  private Uni<PublishOutcome> refusedOrAgain(
      Publication publication, Optional<Failure> failure, int attempts) {
    if (failure.isEmpty() && attempts > 1) {
      return publishOne(publication, attempts - 1);
    }
    Failure known = failure.orElseGet(DatabaseFailures::unavailable);
    return Uni.createFrom()
        .item(
            known instanceof Failure.Unavailable
                ? new PublishOutcome.Unresolved(known)
                : new PublishOutcome.Rejected(known));
  }

  /** The outcomes of those that the statement published; of all of them if its answer was lost. */
  private Uni<Map<UUID, PublishOutcome>> run(List<Publication> batch) {
    WriteCondition condition = batch.getFirst().condition();
    // So that batches that overlap wait for each other instead of locking each other out.
    List<NewObject> objects =
        batch.stream().map(NewObject::of).sorted(Comparator.comparing(NewObject::place)).toList();
    boolean blobs = objects.stream().anyMatch(object -> object.blobId() != null);
    return database
        .run(ObjectWrites.publish(condition, blobs), ObjectWrites.parameters(objects, condition))
        .map(ObjectPublishing::published)
        .onFailure(LostAnswerException::isIn)
        .recoverWithUni(
            e ->
                afterwards(LostAnswerException.in(e).orElseThrow(), objects)
                    .map(found -> unresolved(batch, found)));
  }

  // An object that is not there was never published, or was replaced already. Which of them, and
  // whether another attempt would replace what is newer, nobody can say.
  private Uni<Map<UUID, PublishOutcome>> afterwards(
      LostAnswerException lost, List<NewObject> objects) {
    return database
        .afterwards(lost, ObjectWrites.FIND_PUBLISHED, ObjectWrites.places(objects))
        .map(ObjectPublishing::published);
  }

  /** What is known, and that the others are not. */
  private static Map<UUID, PublishOutcome> unresolved(
      List<Publication> batch, Map<UUID, PublishOutcome> known) {
    Map<UUID, PublishOutcome> all = new HashMap<>(known);
    batch.forEach(
        each ->
            all.putIfAbsent(
                idOf(each), new PublishOutcome.Unresolved(DatabaseFailures.unavailable())));
    return all;
  }

  private static Map<UUID, PublishOutcome> published(RowSet<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.getUUID("id"),
                row -> new PublishOutcome.Published(Rows.instant(row, "modified"))));
  }

  private Uni<Optional<Failure>> refusal(Publication publication) {
    NewObject object = NewObject.of(publication);
    return database
        .read(Refusal.QUERY, Refusal.parameters(object))
        .map(
            rows -> Refusal.of(rows, publication.bucket().name(), object, publication.condition()));
  }

  private static UUID idOf(Publication publication) {
    return publication.id().value();
  }
}
