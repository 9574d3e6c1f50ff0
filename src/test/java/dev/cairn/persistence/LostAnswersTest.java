package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.boot.postgres.DatabaseUrl;
import dev.cairn.boot.postgres.PostgresProxy;
import dev.cairn.boot.postgres.PostgresProxy.Moment;
import dev.cairn.core.bucket.BucketSettings;
import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.core.object.Growth;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.core.object.PublishOutcome.Published;
import dev.cairn.core.object.PublishOutcome.Unresolved;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.Part;
import dev.cairn.model.StoredContent;
import dev.cairn.model.Upload;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The connection is lost in the middle of a write. Whoever wrote is told that it happened, and it
 * did, or that it is unavailable, and it did not.
 */
class LostAnswersTest {
  private static final ObjectKey KEY = new ObjectKey("key");
  private static final WriteCondition ABSENT = new WriteCondition.IfAbsent();

  private static final TestSettings SETTINGS =
      new TestSettings(8, 100, Duration.ofSeconds(2), Duration.ofSeconds(10));

  private static final String LOCK_ALL = "SELECT FROM objects WHERE bucket_id = $1 FOR UPDATE";

  private static final String COUNT_WAITING =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND wait_event_type = 'Lock'";

  private static TestDatabase database;
  private static PostgresProxy proxy;
  private static Pool pool;
  private static Mutiny.SessionFactory sessions;
  private static UploadScenario scenario;

  private final Bucket bucket = database.newBucket();

  // Of each test's own, because of what its guard remembers.
  private final Database through = new Database(pool, SETTINGS);
  private final ObjectCatalog objects = new PgObjectCatalog(through);
  private final UploadCatalog uploads = new PgUploadCatalog(through);
  private final PgBucketCatalog buckets =
      new PgBucketCatalog(new Sessions(sessions, through), InstantSource.system());

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    DatabaseUrl direct = database.url();
    proxy = new PostgresProxy(direct.port());
    pool = database.newPool(proxy.port(), SETTINGS);
    sessions =
        TestSessions.on(
            new DatabaseUrl(
                direct.host(),
                proxy.port(),
                direct.user(),
                direct.password(),
                direct.database(),
                direct.parameters()));
    scenario =
        new UploadScenario(
            new PgUploadCatalog(database.database()), new PgBlobCatalog(database.database()));
  }

  @AfterAll
  static void close() {
    sessions.close();
    pool.close().toCompletionStage().toCompletableFuture().join();
    proxy.close();
    database.close();
  }

  /** What work comes to whose connection is cut; nothing when it is unavailable. */
  private static <T> Optional<T> cut(String sql, Moment moment, Supplier<Uni<T>> work)
      throws InterruptedException {
    PostgresProxy.Fired fired = proxy.cut(sql, moment);
    Optional<T> result =
        await(
            work.get()
                .map(Optional::ofNullable)
                .onFailure(LostAnswersTest::isUnavailable)
                .recoverWithItem(Optional.empty()));
    fired.await();
    return result;
  }

  private static boolean isUnavailable(Throwable thrown) {
    return thrown instanceof FailureException known
        && known.failure() instanceof Failure.Unavailable;
  }

  private static boolean isDone(Moment moment) {
    return moment == Moment.AFTER_IT_IS_DONE;
  }

  private PublishOutcome publish(Publication publication, Moment moment)
      throws InterruptedException {
    return cut("INSERT INTO objects", moment, () -> objects.publish(List.of(publication)))
        .orElseThrow()
        .getFirst();
  }

  private boolean isThere(ObjectKey key) {
    return await(new PgObjectCatalog(database.database()).find(bucket, key)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void publishesInline(Moment moment) throws InterruptedException {
    PublishOutcome outcome = publish(Samples.inline(bucket, "key", "text"), moment);

    assertThat(outcome).isInstanceOf(isDone(moment) ? Published.class : Unresolved.class);
    assertThat(isThere(KEY)).isEqualTo(isDone(moment));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void publishesABlobOrLeavesItPending(Moment moment) throws InterruptedException {
    BlobId blob = database.pendingBlob();

    PublishOutcome outcome = publish(Samples.blob(bucket, "key", blob), moment);

    assertThat(outcome).isInstanceOf(isDone(moment) ? Published.class : Unresolved.class);
    assertThat(isThere(KEY)).isEqualTo(isDone(moment));
    assertThat(database.isPending(blob)).isEqualTo(!isDone(moment));
    assertThat(database.isGarbage(blob)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void isNotRefusedByItself(Moment moment) throws InterruptedException {
    PublishOutcome outcome = publish(Samples.inline(bucket, "key", "text", ABSENT), moment);

    assertThat(outcome).isInstanceOf(isDone(moment) ? Published.class : Unresolved.class);
  }

  @Test
  void knowsEachOfABatch() throws InterruptedException {
    List<Publication> batch = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> batch.add(Samples.inline(bucket, "many-" + i, "text")));
    batch.add(Samples.inline(bucket, "condition", "text", ABSENT));

    List<PublishOutcome> outcomes =
        cut("INSERT INTO objects", Moment.AFTER_IT_IS_DONE, () -> objects.publish(batch))
            .orElseThrow();

    assertThat(outcomes).hasSize(6).allSatisfy(o -> assertThat(o).isInstanceOf(Published.class));
  }

  @Test
  void doesNotSayThatWhatWasReplacedIsThere() throws InterruptedException {
    // Given: what comes between the commit and the question
    BlobId blob = database.pendingBlob();
    database.run(
        """
        CREATE FUNCTION replaced_at_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE objects SET id = gen_random_uuid(), inline = '', blob_id = NULL
          WHERE bucket_id = NEW.bucket_id AND key = NEW.key;
          RETURN NULL;
        END $$
        """);
    database.run(
        "CREATE TRIGGER replaced_at_once AFTER INSERT ON objects FOR EACH ROW"
            + " EXECUTE FUNCTION replaced_at_once()");

    // When
    PublishOutcome outcome = publish(Samples.blob(bucket, "key", blob), Moment.AFTER_IT_IS_DONE);
    database.run("DROP FUNCTION replaced_at_once CASCADE");

    // Then
    assertThat(outcome).isInstanceOf(Unresolved.class);
    assertThat(database.isGarbage(blob)).isTrue();
  }

  @Test
  void endsWhatStillWaitsBeforeItSaysThatItDidNotHappen() throws InterruptedException {
    // Given
    await(
        new PgObjectCatalog(database.database())
            .publish(List.of(Samples.inline(bucket, "key", "old"))));
    Publication publication = Samples.inline(bucket, "key", "new");

    // When: the statement waits for the row when its connection is cut, and the row stays locked
    List<Object> outcome =
        await(
            database
                .database()
                .inTransaction(
                    holder ->
                        holder
                            .run(LOCK_ALL, Tuple.of(bucket.id()))
                            .invoke(() -> proxy.cut("INSERT INTO objects", Moment.WHILE_IT_RUNS))
                            .chain(() -> objects.publish(List.of(publication)))
                            .chain(
                                outcomes ->
                                    holder
                                        .run(COUNT_WAITING, Tuple.tuple())
                                        .map(
                                            rows ->
                                                List.of(
                                                    outcomes.getFirst(),
                                                    rows.iterator().next().getLong(0))))));

    // Then
    assertThat(outcome.getFirst()).isInstanceOf(Unresolved.class);
    assertThat(outcome.getLast()).as("statements that may go on").isEqualTo(0L);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void beginsAnUpload(Moment moment) throws InterruptedException {
    Upload upload = Samples.upload("key");

    Optional<Boolean> begun =
        cut("COMMIT", moment, () -> uploads.create(bucket, upload).replaceWith(true));

    assertThat(begun.isPresent()).isEqualTo(isDone(moment));
    assertThat(await(uploads.find(bucket, upload.key(), upload.id())).isPresent())
        .isEqualTo(isDone(moment));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void publishesAPart(Moment moment) throws InterruptedException {
    Upload upload = scenario.begun(bucket, "key");
    BlobId blob = database.pendingBlob();
    StoredContent content = new StoredContent.Blob(blob, 5_000_000);

    Optional<Part> part =
        cut(
            "INSERT INTO parts",
            moment,
            () -> uploads.publishPart(upload.id(), Samples.part(1, content), content));

    assertThat(part.isPresent()).isEqualTo(isDone(moment));
    assertThat(await(uploads.listParts(upload.id(), 0, 10))).hasSize(isDone(moment) ? 1 : 0);
    assertThat(database.isPending(blob)).isEqualTo(!isDone(moment));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void completesAnUpload(Moment moment) throws InterruptedException {
    Upload upload = scenario.begun(bucket, "key");
    scenario.put(upload, 1, "one");

    Optional<?> completed =
        cut(
            "COMMIT",
            moment,
            () ->
                uploads.complete(
                    bucket,
                    KEY,
                    upload.id(),
                    UploadScenario.FINGERPRINT,
                    WriteCondition.NONE,
                    (same, parts) -> UploadScenario.assembly(parts, java.util.Set.of())));

    assertThat(completed.isPresent()).isEqualTo(isDone(moment));
    assertThat(isThere(KEY)).isEqualTo(isDone(moment));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void appends(Moment moment) throws InterruptedException {
    StoredContent content = Samples.inlineContent("text");
    Growth growth =
        new Growth(
            new ObjectId(UUID.randomUUID()),
            new ETag("0123456789ABCDEF0123456789ABCDEF"),
            ObjectMetadata.NONE,
            List.of(),
            1,
            new byte[16]);

    Optional<?> appended =
        cut(
            "COMMIT",
            moment,
            () -> objects.append(bucket, KEY, content, there -> Optional.of(growth)));

    assertThat(appended.isPresent()).isEqualTo(isDone(moment));
    assertThat(isThere(KEY)).isEqualTo(isDone(moment));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void deletesOne(Moment moment) throws InterruptedException {
    await(objects.publish(List.of(Samples.inline(bucket, "key", "text"))));

    Optional<Boolean> deleted =
        cut(
            "DELETE FROM objects",
            moment,
            () -> objects.delete(bucket, List.of(KEY), WriteCondition.NONE).replaceWith(true));

    assertThat(deleted.isPresent()).isEqualTo(isDone(moment));
    assertThat(isThere(KEY)).isEqualTo(!isDone(moment));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void deletesMany(Moment moment) throws InterruptedException {
    ObjectKey other = new ObjectKey("other");
    await(objects.publish(List.of(Samples.inline(bucket, "key", "text"))));
    await(objects.publish(List.of(Samples.inline(bucket, "other", "text"))));

    Optional<Boolean> deleted =
        cut(
            "COMMIT",
            moment,
            () ->
                objects.delete(bucket, List.of(KEY, other), WriteCondition.NONE).replaceWith(true));

    assertThat(deleted.isPresent()).isEqualTo(isDone(moment));
    assertThat(isThere(KEY)).isEqualTo(!isDone(moment));
    assertThat(isThere(other)).isEqualTo(!isDone(moment));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHILE_IT_RUNS")
  void createsABucket(Moment moment) throws InterruptedException {
    BucketName name = new BucketName("made-" + UUID.randomUUID());

    Optional<Optional<Bucket>> made =
        cut(
            "COMMIT",
            moment,
            () -> buckets.create(name, TestDatabase.OWNER, BucketSettings.in("")));

    assertThat(made.isPresent()).isEqualTo(isDone(moment));
    assertThat(await(buckets.find(name)).isPresent()).isEqualTo(isDone(moment));
  }

  @Test
  void runsATransactionAgainThatWasCutInTheMiddle() throws InterruptedException {
    await(objects.publish(List.of(Samples.inline(bucket, "key", "text"))));

    Optional<Boolean> deleted =
        cut(
            "DELETE FROM objects",
            Moment.AFTER_IT_IS_DONE,
            () ->
                objects
                    .delete(bucket, List.of(KEY, new ObjectKey("x")), WriteCondition.NONE)
                    .replaceWith(true));

    assertThat(deleted).contains(true);
    assertThat(isThere(KEY)).isFalse();
  }

  @Test
  void leavesNoConnectionBehind() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      publish(Samples.inline(bucket, "key-" + i, "text"), Moment.AFTER_IT_IS_DONE);
    }

    List<Uni<Boolean>> all =
        IntStream.range(0, 50).mapToObj(i -> objects.find(bucket, KEY).replaceWith(true)).toList();
    assertThat(await(Uni.join().all(all).andFailFast())).hasSize(50);
    assertThat(proxy.connections()).isLessThanOrEqualTo(16);
  }
}
