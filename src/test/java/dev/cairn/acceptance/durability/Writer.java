package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** A client at random work on keys that nobody else writes to, all of it on the record. */
final class Writer {
  private static final int KEYS = 5;

  private final Random random;
  private final List<String> keys = new ArrayList<>();
  private final Map<String, Ledger> ledgers = new TreeMap<>();
  private final String uploadedKey;
  private Optional<OpenUpload> upload = Optional.empty();
  private final AtomicLong acknowledged = new AtomicLong();

  Writer(String name, long seed) {
    random = new Random(seed);
    for (int i = 0; i < KEYS; i++) {
      keys.add(name + "/" + i);
    }
    keys.forEach(key -> ledgers.put(key, new Ledger()));
    uploadedKey = name + "/assembled";
    ledgers.put(uploadedKey, new Ledger());
  }

  /** A request that changes something. */
  @FunctionalInterface
  interface Change {
    WireAnswer send() throws IOException;
  }

  /**
   * One change of any kind.
   *
   * @throws ConnectException when nobody was there
   * @throws IOException when nobody knows whether it happened
   */
  void step(WireStore store) throws IOException {
    String key = keys.get(random.nextInt(KEYS));
    if (!ledgers.get(key).isSettled()) {
      return; // Its last change may yet happen: it is left alone until the next check.
    }
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> put(store, key);
      case 3 -> append(store, key);
      case 4 -> copy(store, key);
      case 5 -> delete(store, key);
      case 6 -> deleteAll(store);
      case 7 -> store.breakOff(key, bytes());
      default -> uploadStep(store);
    }
  }

  /** Short enough for the database, or so long that it is a file. */
  private byte[] bytes() {
    int length =
        random.nextBoolean() ? 1 + random.nextInt(8_000) : 20_000 + random.nextInt(200_000);
    return UsesStore.bytes(length, random.nextLong());
  }

  private void change(String key, Optional<byte[]> next, Change change) throws IOException {
    change(List.of(ledgers.get(key)), next, change);
  }

  private void change(List<Ledger> changed, Optional<byte[]> next, Change change)
      throws IOException {
    changed.forEach(ledger -> ledger.tries(next));
    try {
      if (isAcknowledged(change.send())) {
        acknowledged.incrementAndGet();
        changed.forEach(Ledger::happened);
      }
    } catch (ConnectException e) {
      changed.forEach(Ledger::didNotHappen);
      throw e;
    }
  }

  /**
   * Nothing here is refused but for want of time: a process that stands still for longer than its
   * lease loses what it was writing. That says nothing of what happened.
   */
  private static boolean isAcknowledged(WireAnswer answer) {
    assertThat(answer.status()).as("%s", answer).isIn(200, 204, 503);
    return answer.status() != 503;
  }

  private void put(WireStore store, String key) throws IOException {
    byte[] body = bytes();
    change(key, Optional.of(body), () -> store.put(key, body));
  }

  private void append(WireStore store, String key) throws IOException {
    byte[] before = ledgers.get(key).content().orElse(new byte[0]);
    byte[] more = bytes();
    change(
        key,
        Optional.of(Ledger.joined(List.of(before, more))),
        () -> store.append(key, before.length, more));
  }

  private Optional<String> source() {
    return ledgers.keySet().stream()
        .filter(key -> ledgers.get(key).isSettled() && ledgers.get(key).content().isPresent())
        .skip(random.nextInt(2))
        .findFirst();
  }

  private void copy(WireStore store, String key) throws IOException {
    String source = source().orElse(key);
    if (source.equals(key)) {
      put(store, key);
    } else {
      change(key, ledgers.get(source).content(), () -> store.copy(source, key));
    }
  }

  private void delete(WireStore store, String key) throws IOException {
    change(key, Optional.empty(), () -> store.delete(key));
  }

  private void deleteAll(WireStore store) throws IOException {
    List<String> some =
        keys.subList(0, 1 + random.nextInt(KEYS)).stream()
            .filter(key -> ledgers.get(key).isSettled())
            .toList();
    if (!some.isEmpty()) {
      List<Ledger> deleted = some.stream().map(ledgers::get).toList();
      change(deleted, Optional.empty(), () -> store.deleteAll(some));
    }
  }

  private void uploadStep(WireStore store) throws IOException {
    if (upload.isEmpty()) {
      WireAnswer initiated = store.initiate(uploadedKey);
      if (isAcknowledged(initiated)) {
        upload = Optional.of(new OpenUpload(uploadedKey, WireStore.uploadId(initiated)));
      }
      return;
    }
    OpenUpload open = upload.get();
    if (!open.isSettled() || !ledgers.get(uploadedKey).isSettled()) {
      return;
    }
    int number = 1 + random.nextInt(4);
    Optional<String> source = source();
    switch (random.nextInt(8)) {
      case 0 -> endUpload(open, () -> open.abort(store));
      case 1, 2 -> {
        if (!open.isEmpty()) {
          change(
              uploadedKey,
              Optional.of(open.assembled()),
              () -> endUpload(open, () -> open.complete(store)));
        }
      }
      case 3 -> {
        if (source.isPresent()) {
          byte[] copied = ledgers.get(source.get()).content().orElseThrow();
          change(
              List.of(open.part(number)),
              Optional.of(copied),
              () -> store.copyPart(source.get(), uploadedKey, open.id(), number));
        }
      }
      default -> {
        byte[] body = bytes();
        change(
            List.of(open.part(number)),
            Optional.of(body),
            () -> store.part(uploadedKey, open.id(), number, body));
      }
    }
  }

  private WireAnswer endUpload(OpenUpload open, Change end) throws IOException {
    WireAnswer answer = open.end(end);
    if (isAcknowledged(answer)) {
      upload = Optional.empty();
    }
    return answer;
  }

  /** Everything that this writer knows of is as it must be. */
  void check(WireStore store) throws IOException {
    for (String key : ledgers.keySet()) {
      check(store, key);
    }
    if (upload.isPresent() && !upload.get().isThere(store)) {
      upload = Optional.empty();
    }
  }

  private void check(WireStore store, String key) throws IOException {
    WireAnswer answer = store.get(key);
    assertThat(answer.status()).as("%s: %s", key, answer.headers()).isIn(200, 404);
    ledgers
        .get(key)
        .check(key, answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty());
  }

  /** Changes that were acknowledged. */
  long acknowledged() {
    return acknowledged.get();
  }
}
