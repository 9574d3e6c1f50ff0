package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.boot.postgres.SharedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three processes on one database and one data folder, each with a sweeper and a reaper that come
 * often. Whatever is raced has one outcome, the same to be seen through all of them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 1, unit = TimeUnit.DAYS) // as long as its parameter makes it
class ReplicasUnderLoadIT {
  private static final int RACES = Integer.getInteger("cairn.races", 5);
  private static final int RACERS = 9;
  private static final Path FOLDER = PackagedCairn.newFolder();
  private static List<PackagedCairn> replicas;

  private List<WireStore> stores;

  @BeforeAll
  static void start() {
    PackagedCairn first =
        PackagedCairn.in(FOLDER)
            .database(SharedPostgres.get().newDatabase())
            .environment("CAIRN_GARBAGE_DELAY", "500ms")
            .environment("CAIRN_WRITE_LEASE", "15s")
            .start();
    replicas = List.of(first, first.replica(), first.replica());
  }

  @AfterAll
  static void stop() {
    replicas.forEach(PackagedCairn::close);
    PackagedCairn.deleteTree(FOLDER);
  }

  @BeforeEach
  void makeABucket() throws IOException {
    String bucket = "race-" + UUID.randomUUID();
    stores = replicas.stream().map(replica -> new WireStore(replica.running(), bucket)).toList();
    stores.getFirst().createBucket();
  }

  /** What racers have in common is the moment; each goes through another process. */
  private interface Racer {
    WireAnswer run(WireStore through, int number) throws IOException;
  }

  private List<Integer> race(int racers, Racer racer) throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < racers; i++) {
      int number = i;
      WireStore through = stores.get(i % stores.size());
      calls.add(() -> racer.run(through, number).status());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each : threads.invokeAll(calls)) {
        statuses.add(each.get());
      }
    }
    return statuses;
  }

  private static byte[] bytes(int size, int number) {
    return UsesStore.bytes(size, number);
  }

  /** Through every process the same; its body, or nothing when there is no such object. */
  private byte[] seenByAll(String key) throws IOException {
    WireAnswer first = stores.getFirst().get(key);
    assertThat(first.status()).isIn(200, 404);
    for (WireStore store : stores) {
      WireAnswer other = store.get(key);
      assertThat(other.status()).isEqualTo(first.status());
      if (first.status() == 200) {
        assertThat(other.body()).isEqualTo(first.body());
      }
    }
    return first.status() == 200 ? first.body() : null;
  }

  @Order(1)
  @ParameterizedTest
  @ValueSource(ints = {100, 60_000})
  void ofThoseWhoReplaceTheSameOneWins(int size) throws Exception {
    for (int race = 0; race < RACES; race++) {
      // Given
      String key = "k" + race;
      byte[] before = bytes(size, -1);
      stores.getFirst().put(key, before);

      // When
      List<Integer> statuses =
          race(
              RACERS,
              (through, number) ->
                  through.putAtS3(key, bytes(size, number), "If-Match", Md5.hex(before)));

      // Then
      assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 409, 412);
      assertThat(seenByAll(key)).isEqualTo(bytes(size, statuses.indexOf(200)));
    }
  }

  @Order(1)
  @ParameterizedTest
  @ValueSource(ints = {100, 60_000})
  void ofThoseWhoCreateOneWins(int size) throws Exception {
    for (int race = 0; race < RACES; race++) {
      String key = "k" + race;

      List<Integer> statuses =
          race(
              RACERS,
              (through, number) -> through.putAtS3(key, bytes(size, number), "If-None-Match", "*"));

      assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 409, 412);
      assertThat(seenByAll(key)).isEqualTo(bytes(size, statuses.indexOf(200)));
    }
  }

  @Order(1)
  @Test
  void ofThoseWhoAppendAtOnePositionOneWins() throws Exception {
    byte[] whole = new byte[0];
    for (int race = 0; race < RACES; race++) {
      byte[] before = whole;
      int size = race % 2 == 0 ? 100 : 30_000;

      List<Integer> statuses =
          race(
              RACERS,
              (through, number) -> through.append("log", before.length, bytes(size, number)));

      assertThat(statuses).containsOnlyOnce(200);
      whole = Ledger.joined(List.of(before, bytes(size, statuses.indexOf(200))));
      assertThat(seenByAll("log")).isEqualTo(whole);
    }
  }

  @Order(1)
  @Test
  void partsComeThroughAllAndAreCompletedThroughAny() throws Exception {
    for (int race = 0; race < RACES; race++) {
      // Given
      String key = "k" + race;
      String upload = WireStore.uploadId(stores.getFirst().initiate(key));

      // When: two send each part, which one counts is theirs to find out.
      race(
          RACERS,
          (through, number) ->
              through.part(key, upload, 1 + number % 4, bytes(10_000 + 10_000 * number, number)));
      SortedMap<Integer, String> parts =
          WireStore.parts(stores.get(race % 3).listParts(key, upload));
      List<Integer> statuses = race(3, (through, number) -> through.complete(key, upload, parts));

      // Then: an answer may be repeated, the object may not.
      assertThat(statuses).containsOnly(200);
      assertThat(seenByAll(key)).isEqualTo(assembled(parts));
    }
  }

  /** The bodies that the tags of the parts are of. */
  private static byte[] assembled(SortedMap<Integer, String> parts) {
    var bodies =
        IntStream.range(0, RACERS)
            .mapToObj(number -> bytes(10_000 + 10_000 * number, number))
            .collect(Collectors.toMap(Md5::hex, body -> body));
    return Ledger.joined(parts.values().stream().map(bodies::get).toList());
  }

  @Order(1)
  @Test
  void anUploadIsCompletedOrAborted() throws Exception {
    for (int race = 0; race < RACES; race++) {
      // Given
      String key = "k" + race;
      byte[] body = bytes(50_000, race);
      String upload = WireStore.uploadId(stores.getFirst().initiate(key));
      stores.get(1).part(key, upload, 1, body);
      SortedMap<Integer, String> parts = new TreeMap<>(java.util.Map.of(1, Md5.hex(body)));

      // When
      List<Integer> statuses =
          race(
              2,
              (through, number) ->
                  number == 0 ? through.complete(key, upload, parts) : through.abort(key, upload));

      // Then
      assertThat(statuses).isIn(List.of(200, 404), List.of(404, 204));
      assertThat(seenByAll(key)).isEqualTo(statuses.getFirst() == 200 ? body : null);
    }
  }

  @Order(1)
  @ParameterizedTest
  @ValueSource(ints = {100, 60_000})
  void whatIsPutWhileItIsDeletedIsThereWholeOrNotAtAll(int size) throws Exception {
    for (int race = 0; race < RACES; race++) {
      // Given
      String key = "k" + race;
      byte[] body = bytes(size, 1);
      stores.getFirst().put(key, bytes(size, 2));

      // When
      List<Integer> statuses =
          race(6, (through, number) -> number < 3 ? through.put(key, body) : through.delete(key));

      // Then
      assertThat(statuses).containsExactly(200, 200, 200, 204, 204, 204);
      assertThat(seenByAll(key)).isIn(body, null);
    }
  }

  @Order(1)
  @Test
  void aBucketThatIsDeletedKeepsNothingThatWasAcknowledged() throws Exception {
    for (int race = 0; race < RACES; race++) {
      // Given
      makeABucket();
      int size = race % 2 == 0 ? 100 : 60_000;

      // When
      List<Integer> statuses =
          race(
              3,
              (through, number) ->
                  number == 0 ? through.deleteBucket() : through.put("k", bytes(size, 1)));

      // Then: either it was not empty, or nobody was told that it had an object.
      if (statuses.getFirst() == 204) {
        assertThat(statuses.subList(1, 3)).containsOnly(404);
        assertThat(seenByAll("k")).isNull();
      } else {
        assertThat(statuses.getFirst()).isEqualTo(409);
        assertThat(statuses.subList(1, 3)).contains(200);
        assertThat(seenByAll("k")).isEqualTo(bytes(size, 1));
      }
    }
  }

  @Order(1)
  @Test
  void uploadsEndWithTheirBucket() throws Exception {
    for (int race = 0; race < RACES; race++) {
      // Given
      makeABucket();
      String upload = WireStore.uploadId(stores.getFirst().initiate("k"));

      // When
      List<Integer> statuses =
          race(
              3,
              (through, number) ->
                  number == 0
                      ? through.deleteBucket()
                      : through.part("k", upload, number, bytes(60_000, number)));

      // Then: its parts are gone too, which the last of these tests sees.
      assertThat(statuses.getFirst()).isEqualTo(204);
      assertThat(statuses.subList(1, 3)).isSubsetOf(200, 404);
    }
  }

  /** The last: the first replica goes in the middle of it, and what all of them left is swept. */
  @Order(2)
  @Test
  void whatOneAcknowledgedBeforeItWasKilledTheOthersHave() throws Exception {
    // Given
    Load load = new Load(6, 7);

    // When
    try (Load.Work work = load.on(stores.toArray(WireStore[]::new))) {
      load.awaitMore(20 * RACES);
      replicas.getFirst().kill();
      load.awaitMore(20 * RACES);
    }

    // Then
    load.check(stores.get(1));
    load.check(stores.get(2));
    Remains.assertNoOrphans(replicas.getLast().running());
    load.check(stores.get(1));
  }
}
