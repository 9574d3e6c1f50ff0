package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a writer knows of an upload in progress, part by part. */
final class OpenUpload {
  private final String key;
  private final String id;
  private final SortedMap<Integer, Ledger> parts = new TreeMap<>();

  /** It was told to end, and nobody said whether it did. */
  private boolean ending;

  OpenUpload(String key, String id) {
    this.key = key;
    this.id = id;
  }

  String id() {
    return id;
  }

  Ledger part(int number) {
    return parts.computeIfAbsent(number, made -> new Ledger());
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  boolean isSettled() {
    return !ending && parts.values().stream().allMatch(Ledger::isSettled);
  }

  /** What a completion makes of it. */
  byte[] assembled() {
    return Ledger.joined(
        parts.values().stream().map(part -> part.content().orElseThrow()).toList());
  }

  WireAnswer complete(WireStore store) throws IOException {
    SortedMap<Integer, String> tags = new TreeMap<>();
    parts.forEach((number, part) -> tags.put(number, Md5.hex(part.content().orElseThrow())));
    return store.complete(key, id, tags);
  }

  WireAnswer abort(WireStore store) throws IOException {
    return store.abort(key, id);
  }

  WireAnswer end(Writer.Change change) throws IOException {
    ending = true;
    try {
      return change.send();
    } catch (ConnectException e) {
      ending = false;
      throw e;
    }
  }

  /** Whether it still is; then every acknowledged part is there, and no other. */
  boolean isThere(WireStore store) throws IOException {
    WireAnswer listed = store.listParts(key, id);
    if (listed.status() == 404 && ending) {
      return false;
    }
    assertThat(listed.status()).as("%s", listed).isEqualTo(200);
    ending = false;
    Map<Integer, String> there = WireStore.parts(listed);
    there.keySet().forEach(this::part);
    parts.forEach(
        (number, part) ->
            part.checkTag(key + " part " + number, Optional.ofNullable(there.get(number))));
    parts.values().removeIf(part -> part.content().isEmpty());
    return true;
  }
}
