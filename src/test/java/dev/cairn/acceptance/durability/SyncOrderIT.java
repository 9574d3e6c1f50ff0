package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.durability.Strace.Call;
import dev.cairn.acceptance.wire.WireAnswer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The order in which a write reaches the disk, as the kernel saw it: the file's bytes, the folder's
 * entry for it, the database's log, and only then the answer.
 */
class SyncOrderIT {
  private static final byte[] BODY = UsesStore.bytes(300_000, 1);

  /** Below the data folder. */
  private static final List<String> KEEPSAKES =
      List.of("..", "", "postgres", "postgres/password", "postgres/data", "secrets.key");

  private final Path home = PackagedCairn.newFolder();

  /** Neither it nor the one above it is there at the start. */
  private final Path folder = home.resolve("new/data");

  private final Path trace = home.resolveSibling(home.getFileName() + ".strace");

  @AfterEach
  void removeFolder() {
    PackagedCairn.deleteTree(home);
    assertThat(trace.toFile().delete()).isTrue();
  }

  @Test
  void bytesThenNamesThenTheCatalogThenTheAnswer() throws IOException {
    // Given: with PostgreSQL among its children.
    PackagedCairn cairn =
        PackagedCairn.in(folder)
            .behind(Strace.into(trace))
            // Nothing is swept, reaped or scrubbed meanwhile, so that all that is seen is the
            // requests': a question between a commit and its answer looks like one not synced.
            .environment("CAIRN_GARBAGE_DELAY", "1h")
            .environment("CAIRN_WRITE_LEASE", "1h")
            .environment("CAIRN_SCRUB_RATE", "0")
            .quick()
            .start();
    WireStore store = new WireStore(cairn.running(), "traced");
    int port = cairn.running().port();
    int database = cairn.running().database().port();

    // When: one request after the other.
    List<String> requests;
    try (cairn) {
      store.createBucket();
      requests = writeInEveryWay(store);
      store.breakOff("broken-off", BODY);
      await().atMost(Duration.ofMinutes(1)).until(() -> Stored.in(cairn.running()).pending() == 0);
    }

    // Then
    Strace all = Strace.read(trace);
    Trace seen = new Trace(all.calls(), port, database);
    Map<String, List<Call>> windows = seen.windows(requests);
    for (String each : List.of("put", "part", "append", "append again", "copy", "copied part")) {
      seen.assertBlobIsDurableBeforeItIsNamed(each, windows.get(each));
    }
    windows.forEach(seen::assertCommitIsDurableBeforeTheAnswer);
    seen.assertKeepsakesAreDurable(all, folder);
    seen.assertProgramsAreDurableBeforeTheyHaveTheirName(all, folder.resolve("postgres"));
    seen.assertRemovalIsDurableBeforeItIsForgotten();
    assertThat(windows.get("put").stream().filter(call -> call.name().startsWith("mkdir")))
        .as("folders made by the first write")
        .hasSizeGreaterThanOrEqualTo(2);
  }

  private static List<String> writeInEveryWay(WireStore store) throws IOException {
    Map<String, WireAnswer> answers = new LinkedHashMap<>();
    answers.put("put", store.put("put", BODY));
    WireAnswer initiated = store.initiate("assembled");
    String upload = WireStore.uploadId(initiated);
    answers.put("initiate", initiated);
    answers.put("part", store.part("assembled", upload, 1, BODY));
    answers.put("copied part", store.copyPart("put", "assembled", upload, 2));
    answers.put(
        "complete",
        store.complete(
            "assembled", upload, new TreeMap<>(Map.of(1, Md5.hex(BODY), 2, Md5.hex(BODY)))));
    answers.put("append", store.append("log", 0, BODY));
    answers.put("append again", store.append("log", BODY.length, BODY));
    answers.put("copy", store.copy("put", "copy"));
    answers.put("short put", store.put("short", new byte[100]));
    answers.put("delete", store.delete("put"));
    answers.forEach((name, answer) -> assertThat(answer.status()).as(name).isIn(200, 204));
    return List.copyOf(answers.keySet());
  }

  /** What was traced of requests one after the other. */
  private record Trace(List<Call> calls, int port, int database) {

    /** What was done for each request, its answer being the last. */
    Map<String, List<Call>> windows(List<String> requests) {
      Map<String, List<Call>> windows = new LinkedHashMap<>();
      List<Call> window = new ArrayList<>();
      List<String> names = new ArrayList<>(requests);
      names.addFirst("bucket");
      for (Call call : calls) {
        window.add(call);
        if (isAnswer(call)) {
          windows.put(names.removeFirst(), window);
          window = new ArrayList<>();
        }
      }
      assertThat(names).as("requests whose answers were not seen").isEmpty();
      windows.remove("bucket");
      return windows;
    }

    void assertBlobIsDurableBeforeItIsNamed(String request, List<Call> window) {
      Call made =
          window.stream()
              .filter(call -> call.made().filter(Trace::isBlob).isPresent())
              .findFirst()
              .orElseThrow(() -> new AssertionError("no file was made for " + request));
      Path file = made.made().orElseThrow();
      String id = bytesOf(UUID.fromString(file.getFileName().toString()));
      Call written = last(window, request, call -> call.isWriteTo(file));
      Call named = last(window, request, call -> call.isTo(database) && call.text().contains(id));

      assertBetween(window, written, named, call -> call.isSyncOf(file), request + ": bytes");
      assertBetween(
          window, made, named, call -> call.isSyncOf(file.getParent()), request + ": name");
      window.stream()
          .filter(call -> call.name().startsWith("mkdir") && call.text().contains("/blobs"))
          .forEach(
              folder ->
                  assertBetween(
                      window,
                      folder,
                      named,
                      call -> call.isSyncOf(Path.of(folder.text()).getParent()),
                      request + ": " + folder.text()));
    }

    /** Of the upload that was broken off: nobody would look for its file any more. */
    void assertRemovalIsDurableBeforeItIsForgotten() {
      Call removed =
          calls.stream()
              .filter(call -> call.removed().filter(Trace::isBlob).isPresent())
              .findFirst()
              .orElseThrow(() -> new AssertionError("nothing was removed"));
      Path file = removed.removed().orElseThrow();
      String id = bytesOf(UUID.fromString(file.getFileName().toString()));
      Call forgotten =
          last(calls, "removal", call -> call.isTo(database) && call.text().contains(id));
      assertBetween(
          calls, removed, forgotten, call -> call.isSyncOf(file.getParent()), "removal of " + file);
    }

    private static boolean isBlob(Path path) {
      return path.toString().matches(".*/blobs/../../[^/]+");
    }

    /** Without these nobody gets at the data any more: they are durable before the first answer. */
    void assertKeepsakesAreDurable(Strace all, Path folder) {
      int first = last(calls.reversed(), "the first", call -> isAnswer(call)).begun();
      for (String each : KEEPSAKES) {
        Path path = folder.resolve(each).normalize();
        Call made =
            calls.stream()
                .filter(call -> call.made().equals(Optional.of(path)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody made " + path));
        assertThat(all.isNameSynced(made, path, first)).as("name of %s synced", path).isTrue();
        assertThat(all.areBytesSynced(path, first)).as("bytes of %s synced", path).isTrue();
      }
    }

    /** A later start takes a folder of that name for whole. */
    void assertProgramsAreDurableBeforeTheyHaveTheirName(Strace all, Path home) {
      Call named =
          last(
              calls,
              "programs",
              call -> call.isAnotherName() && call.texts().getLast().startsWith(home + "/bin-"));
      Path unpacked = named.removed().orElseThrow();
      Set<Path> owed = new LinkedHashSet<>();
      for (Call call : calls.subList(0, calls.indexOf(named))) {
        Optional<Path> made = call.made().filter(path -> path.startsWith(unpacked));
        made.ifPresent(path -> owed.addAll(List.of(path, path.getParent())));
        Path file = Path.of(call.file());
        if (call.isSync()) {
          owed.remove(file);
        } else if (call.isWriteTo(file) && file.startsWith(unpacked)) {
          owed.add(file);
        }
      }
      assertThat(owed).as("not synced but for the name of all").containsExactly(home);
      int first = last(calls.reversed(), "the first", call -> isAnswer(call)).begun();
      assertThat(all.isNameSynced(named, named.made().orElseThrow(), first)).isTrue();
    }

    private boolean isAnswer(Call call) {
      return call.isFrom(port) && call.text().startsWith("HTTP/1.1 20");
    }

    /** PostgreSQL syncs its log after it was told the last, and before the client is. */
    void assertCommitIsDurableBeforeTheAnswer(String request, List<Call> window) {
      Call told = last(window, request, call -> call.isTo(database));
      Call answer = window.getLast();
      boolean synced =
          window.stream()
              .filter(call -> call.isSync() && call.file().contains("/pg_wal/"))
              .anyMatch(call -> call.ended() > told.begun() && answer.isAfter(call));
      assertThat(synced).as("%s: log synced before the answer", request).isTrue();
    }

    private static void assertBetween(
        List<Call> window, Call first, Call last, Predicate<Call> which, String what) {
      assertThat(
              window.stream()
                  .filter(which)
                  .anyMatch(call -> call.isAfter(first) && last.isAfter(call)))
          .as("%s synced in time", what)
          .isTrue();
    }

    private static Call last(List<Call> window, String request, Predicate<Call> which) {
      return window.reversed().stream()
          .filter(which)
          .findFirst()
          .orElseThrow(() -> new AssertionError("not seen for " + request));
    }

    private static String bytesOf(UUID id) {
      byte[] bytes =
          ByteBuffer.allocate(16)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .array();
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
