package dev.cairn.acceptance;

import java.util.Random;
import java.util.UUID;

/** What a behaviour needs: a client of the running store, and names that nobody else uses. */
public interface UsesStore {
  StoreClient store();

  /** A bucket of this behaviour's own, made anew. */
  default String freshBucket() {
    String name = "b-" + UUID.randomUUID();
    store().createBucket(name);
    return name;
  }

  /** Bytes that are the same for the same seed. */
  static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
