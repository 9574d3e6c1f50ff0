package dev.cairn.persistence;

import dev.cairn.model.Bucket;
import dev.cairn.model.ObjectKey;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Where an object is: the primary key of its row. */
record Place(long bucketId, String key) {
  static Place of(Bucket bucket, ObjectKey key) {
    return new Place(bucket.id(), key.value());
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
