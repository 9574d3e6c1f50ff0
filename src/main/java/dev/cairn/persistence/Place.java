package dev.cairn.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.model.Bucket;
import dev.cairn.model.ObjectKey;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;

/** Where an object is: the primary key of its row, in whose order rows are locked. */
record Place(long bucketId, String key) implements Comparable<Place> {
  static Place of(Bucket bucket, ObjectKey key) {
    return new Place(bucket.id(), key.value());
  }

  /** By the bytes of the keys, as the database compares them. */
  @Override
  public int compareTo(Place other) {
    return bucketId != other.bucketId
        ? Long.compare(bucketId, other.bucketId)
        : Arrays.compareUnsigned(key.getBytes(UTF_8), other.key.getBytes(UTF_8));
  }

  /** Two arrays, of the buckets and of the keys: parameters of {@code unnest}. */
  static Tuple arrays(List<Place> places) {
    Long[] buckets = new Long[places.size()];
    String[] keys = new String[places.size()];
    for (int i = 0; i < places.size(); i++) {
      buckets[i] = places.get(i).bucketId;
      keys[i] = places.get(i).key;
    }
    return Tuple.tuple().addArrayOfLong(buckets).addArrayOfString(keys);
  }
}
