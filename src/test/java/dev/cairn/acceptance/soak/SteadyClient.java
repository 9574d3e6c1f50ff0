package dev.cairn.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.onestore.Vendor;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** A vendor's SDK at all kinds of work in a bucket of its own; whatever it reads must be right. */
final class SteadyClient implements Client {
  private static final int KEYS = 20;
  private static final int INLINE = 8_000;
  private static final int FILE = 200_000;

  private final Vendor vendor;
  private final StoreClient store;
  private final String bucket;
  private final Random random;
  private final TreeMap<String, byte[]> contents = new TreeMap<>();

  SteadyClient(Vendor vendor, StoreClient store, String bucket, long seed) {
    this.vendor = vendor;
    this.store = store;
    this.bucket = bucket;
    this.random = new Random(seed);
    store.createBucket(bucket);
  }

  @Override
  public void step() {
    String key = "key-" + random.nextInt(KEYS);
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> put(key);
      case 3, 4 -> get(key);
      case 5 -> range(key);
      case 6 -> head(key);
      case 7 -> copy(key);
      case 8 -> delete(key);
      case 9 -> deleteSome();
      case 10 -> list();
      default -> upload(key);
    }
  }

  private byte[] bytes() {
    return UsesStore.bytes(
        1 + random.nextInt(random.nextBoolean() ? INLINE : FILE), random.nextLong());
  }

  private void put(String key) {
    byte[] body = bytes();
    store.put(bucket, key, body);
    contents.put(key, body);
  }

  private void get(String key) {
    if (contents.containsKey(key)) {
      assertThat(store.get(bucket, key).body()).as(key).isEqualTo(contents.get(key));
    }
  }

  private void range(String key) {
    byte[] content = contents.get(key);
    if (content != null) {
      int first = random.nextInt(content.length);
      int last = first + random.nextInt(content.length - first);
      assertThat(store.getRange(bucket, key, first, last).body())
          .as("%s from %d to %d", key, first, last)
          .isEqualTo(Arrays.copyOfRange(content, first, last + 1));
    }
  }

  private void head(String key) {
    if (contents.containsKey(key)) {
      assertThat(store.head(bucket, key).length()).as(key).isEqualTo(contents.get(key).length);
    }
  }

  private void copy(String key) {
    if (!contents.isEmpty()) {
      String source = contents.ceilingKey("key-" + random.nextInt(KEYS));
      if (source != null && !source.equals(key)) {
        store.copy(bucket, source, bucket, key);
        contents.put(key, contents.get(source));
      }
    }
  }

  private void delete(String key) {
    store.delete(bucket, key);
    contents.remove(key);
  }

  private void deleteSome() {
    List<String> some = contents.keySet().stream().limit(random.nextInt(4)).toList();
    if (!some.isEmpty()) {
      store.deleteAll(bucket, some);
      some.forEach(contents::remove);
    }
  }

  private void list() {
    assertThat(store.list(bucket, "", "", Optional.empty(), 1000).keys())
        .containsExactlyElementsOf(new TreeSet<>(contents.keySet()));
  }

  private void upload(String key) {
    String id = store.initiate(bucket, key, Attributes.NONE);
    List<SentPart> parts = new ArrayList<>();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int count = 1 + random.nextInt(2);
    for (int number = 1; number <= count; number++) {
      byte[] body =
          number < count ? UsesStore.bytes(vendor.smallestPart, random.nextLong()) : bytes();
      parts.add(store.uploadPart(bucket, key, id, number, body));
      whole.writeBytes(body);
    }
    if (random.nextBoolean()) {
      store.complete(bucket, key, id, parts);
      contents.put(key, whole.toByteArray());
    } else {
      store.abort(bucket, key, id);
    }
  }

  /** Everything is as it was left, and then goes. */
  @Override
  public void close() {
    contents.keySet().forEach(this::get);
    contents.keySet().forEach(key -> store.delete(bucket, key));
    store.deleteBucket(bucket);
    store.close();
  }
}
