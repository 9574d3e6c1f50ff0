package dev.cairn.persistence;

import dev.cairn.core.object.Growth;
import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Objects in PostgreSQL, by SQL: the paths that every request takes. */
public final class PgObjectCatalog implements ObjectCatalog {
  private static final String SET_TAGS =
      "UPDATE objects SET tags = $3 WHERE bucket_id = $1 AND key = $2";

  private static final String SET_ACL =
      "UPDATE objects SET acl = $3 WHERE bucket_id = $1 AND key = $2 AND id = $4";

  private final Database database;
  private final ObjectPublishing publishing;
  private final BatchQueue<Publication, PublishOutcome> publishQueue;
  private final ObjectLookup lookup;
  private final ObjectOpening opening;
  private final ObjectDeleting deleting;
  private final ObjectListing listing;
  private final ObjectRestoring restoring;
  private final ObjectAppending appending;

  public PgObjectCatalog(Database database) {
    this.database = database;
    this.publishing = new ObjectPublishing(database);
    this.publishQueue = new BatchQueue<>(publishing::publish);
    this.lookup = new ObjectLookup(database, Rows.READ_COLUMNS);
    this.opening = new ObjectOpening(database);
    this.deleting = new ObjectDeleting(database);
    this.listing = new ObjectListing(database);
    this.restoring = new ObjectRestoring(database);
    this.appending = new ObjectAppending(database);
  }

  @Override
  public Uni<Optional<StoredObject>> find(Bucket bucket, ObjectKey key) {
    return lookup.find(Place.of(bucket, key)).map(row -> row.map(Rows::object));
  }

  @Override
  public Uni<Optional<OpenObject>> open(
      Bucket bucket, ObjectKey key, Function<StoredObject, Selection> selection) {
    return opening.open(bucket, key, selection);
  }

  @Override
  public Uni<List<PublishOutcome>> publish(List<Publication> publications) {
    // An ETag to match needs a statement of its own in any case.
    boolean gathered =
        publications.size() == 1
            && !(publications.getFirst().condition() instanceof WriteCondition.IfMatch);
    return gathered
        ? publishQueue.ask(publications.getFirst()).map(List::of)
        : publishing.publish(publications);
  }

  @Override
  public Uni<StoredObject> append(
      Bucket bucket,
      ObjectKey key,
      StoredContent content,
      Function<Optional<StoredObject>, Optional<Growth>> grow) {
    return appending.append(bucket, key, content, grow);
  }

  @Override
  public Uni<Void> delete(Bucket bucket, List<ObjectKey> keys, WriteCondition condition) {
    return deleting.delete(bucket, keys, condition);
  }

  @Override
  public Uni<Void> setTags(Bucket bucket, ObjectKey key, SequencedMap<String, String> tags) {
    return set(SET_TAGS, bucket, key, MetadataJson.ofTags(tags));
  }

  @Override
  public Uni<Boolean> setAcl(Bucket bucket, StoredObject object, Acl acl) {
    Tuple parameters =
        Tuple.tuple()
            .addLong(bucket.id())
            .addString(object.key().value())
            .addValue(AclJson.of(acl))
            .addUUID(object.id().value());
    return database.runInTransaction(SET_ACL, parameters).map(done -> done.rowCount() > 0);
  }

  private Uni<Void> set(String statement, Bucket bucket, ObjectKey key, Object value) {
    Tuple parameters = Tuple.tuple().addLong(bucket.id()).addString(key.value()).addValue(value);
    return database
        .runInTransaction(statement, parameters)
        .invoke(
            done -> {
              if (done.rowCount() == 0) {
                throw new Failure.NoSuchKey(key).exception();
              }
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<StoredObject> restore(
      Bucket bucket, ObjectKey key, BiFunction<StoredObject, Instant, Readable> decision) {
    return restoring.restore(bucket, key, decision);
  }

  @Override
  public Uni<Listing<StoredObject>> list(Bucket bucket, ListRange range) {
    return listing.list(bucket, range);
  }
}
