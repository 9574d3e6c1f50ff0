package dev.cairn.core.object;

import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.ByteRange;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Segment;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Objects by bucket and key. Every method is one transaction. */
public interface ObjectCatalog {
  Uni<Optional<StoredObject>> find(Bucket bucket, ObjectKey key);

  /**
   * An object and the segments that cover what is wanted of it, in one consistent view.
   *
   * @param selection called with the object; decides what of it is wanted, and may throw a {@link
   *     dev.cairn.model.FailureException}, which fails the result
   */
  Uni<Optional<OpenObject>> open(
      Bucket bucket, ObjectKey key, Function<StoredObject, Selection> selection);

  /** What of an object is wanted. */
  sealed interface Selection {
    record Bytes(ByteRange range) implements Selection {}

    /** One part of an object that was assembled from parts, by its number. */
    record PartNumber(int number) implements Selection {}
  }

  /**
   * An object with the stored segments of a range of it; all of them lie in order and cover the
   * range. A part number that the object lacks fails with {@link
   * dev.cairn.model.Failure.InvalidPartNumber}.
   */
  record OpenObject(StoredObject object, ByteRange range, List<Segment> segments) {}

  /** Publishes; outcomes in the order of the publications. */
  Uni<List<PublishOutcome>> publish(List<Publication> publications);

  /**
   * Adds content to the end of the object, or begins one with it; answers the object as it then is.
   *
   * @param grow called with the object while nobody else can change it, perhaps more than once;
   *     says what it becomes (empty: it stays as it is), and may throw a {@link
   *     dev.cairn.model.FailureException}, which fails the result and changes nothing
   */
  Uni<StoredObject> append(
      Bucket bucket,
      ObjectKey key,
      StoredContent content,
      Function<Optional<StoredObject>, Optional<Growth>> grow);

  /**
   * Deletes the objects of these keys, those that exist.
   *
   * @param condition {@link WriteCondition.IfMatch}: fails with PreconditionFailed where the ETag
   *     is another one, with NoSuchKey where there is no object
   */
  Uni<Void> delete(Bucket bucket, List<ObjectKey> keys, WriteCondition condition);

  /**
   * Replaces the tags of an object.
   *
   * <p>Fails with {@link dev.cairn.model.Failure.NoSuchKey}.
   */
  Uni<Void> setTags(Bucket bucket, ObjectKey key, SequencedMap<String, String> tags);

  /** Replaces the access control list of an object. False when its key has another one by now. */
  Uni<Boolean> setAcl(Bucket bucket, StoredObject object, Acl acl);

  /** From when until when an archived object can be read. */
  record Readable(Instant from, Instant until) {}

  /**
   * Makes an archived object readable for a while; returns it as it was before.
   *
   * @param decision called with the object, which nobody changes meanwhile, and the catalog's time;
   *     may throw a {@link dev.cairn.model.FailureException}, which fails the result
   */
  Uni<StoredObject> restore(
      Bucket bucket, ObjectKey key, BiFunction<StoredObject, Instant, Readable> decision);

  /**
   * A page in byte order. Keys that contain the delimiter beyond the prefix are rolled up; the cost
   * follows what is returned, not what the bucket holds. Of their metadata, listed objects have the
   * headers, the storage class and the owner only.
   */
  Uni<Listing<StoredObject>> list(Bucket bucket, ListRange range);
}
