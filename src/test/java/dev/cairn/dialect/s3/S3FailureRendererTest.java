package dev.cairn.dialect.s3;

import static dev.cairn.dialect.s3.S3Wire.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.Address;
import dev.cairn.dialect.FailureRenderer.Context;
import dev.cairn.dialect.RequestId;
import dev.cairn.model.BucketName;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Target;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class S3FailureRendererTest {
  private static final RequestId ID =
      new RequestId(UUID.fromString("019540c0-0000-7000-8000-000000000001"));
  private static final StoredObject OBJECT =
      new StoredObject(
          new ObjectId(new UUID(0, 1)),
          new ObjectKey("key"),
          5,
          new ETag("5d41402abc4b2a76b9719d911017c592"),
          NOON,
          ObjectMetadata.of(ContentHeaders.NONE, Map.of(), Optional.empty()),
          List.of(),
          0);

  private final S3FailureRenderer renderer = new S3FailureRenderer(S3Vocabulary.create());

  static Stream<Failure> failures() {
    return kindsOf(Failure.class).map(S3FailureRendererTest::make);
  }

  private static Stream<Class<?>> kindsOf(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(S3FailureRendererTest::kindsOf);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void givesEachFailureItsWords(Failure failure) {
    Answer answer = renderer.render(failure, context("GET"));

    assertThat(answer.status()).isBetween(304, 599);
    assertThat(renderer.code(failure)).matches("[A-Z][A-Za-z0-9]+");
    assertThat(renderer.message(failure)).isNotBlank();
    if (answer.status() != 304) {
      assertThat(document(answer))
          .contains("<Code>" + renderer.code(failure) + "</Code>")
          .contains("<Resource>/bucket/a &amp; b</Resource>")
          .contains("<RequestId>" + S3RequestIds.requestId(ID) + "</RequestId>");
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysNothingInABodyOfHead(Failure failure) {
    Answer answer = renderer.render(failure, context("HEAD"));

    assertThat(answer.payload()).isEqualTo(new Answer.Payload.None());
  }

  @Test
  void writesTheFactsOfAWrongSignature() {
    Failure failure =
        new Failure.SignatureMismatch("AKID", "given", "to sign\n", Optional.of("GET\n/"));

    Answer answer = renderer.render(failure, context("GET"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(document(answer).replaceAll(">\\s+<", "><"))
        .isEqualTo(S3Wire.golden("S3FailureRendererTest_writesTheFactsOfAWrongSignature"));
  }

  @Test
  void tellsAReaderThatNothingChanged() {
    Answer answer = renderer.render(new Failure.NotModified(OBJECT), context("GET"));

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.payload()).isEqualTo(new Answer.Payload.None());
    assertThat(answer.headers().first("ETag")).contains("\"5d41402abc4b2a76b9719d911017c592\"");
    assertThat(answer.headers().first("Last-Modified")).contains("Sun, 01 Mar 2026 12:00:00 GMT");
    assertThat(answer.headers().has("Content-Type")).isFalse();
  }

  @Test
  void tellsACopierThatItsConditionDoesNotHold() {
    Answer answer = renderer.render(new Failure.NotModified(OBJECT), context("PUT"));

    assertThat(answer.status()).isEqualTo(412);
    assertThat(document(answer)).contains("<Code>PreconditionFailed</Code>");
  }

  @Test
  void saysTheSizeThatARangeMissed() {
    Answer answer = renderer.render(new Failure.InvalidRange("bytes=9-", 5), context("HEAD"));

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.headers().first("Content-Range")).contains("bytes */5");
    assertThat(document(renderer.render(new Failure.InvalidRange("?", 5), context("GET"))))
        .contains("<RangeRequested>bytes=9-</RangeRequested>");
  }

  @Test
  void saysTheRightRegion() {
    Failure failure = new Failure.MalformedAuthorization("the region", Optional.of("eu-west-1"));

    Answer answer = renderer.render(failure, context("GET"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().first("x-amz-bucket-region")).contains("eu-west-1");
    assertThat(document(answer)).contains("<Region>eu-west-1</Region>");
  }

  @Test
  void asksToComeBackLater() {
    Answer answer =
        renderer.render(
            new Failure.Unavailable("database", Duration.ofMillis(2500)), context("GET"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers().first("Retry-After")).contains("2");
    assertThat(document(answer)).doesNotContain("database");
  }

  @Test
  void answersARequestThatCouldNotBeRead() {
    Context nothing = new Context(ID, Optional.empty(), Optional.empty());

    Answer answer = renderer.render(new Failure.InvalidUri("/%zz"), nothing);

    assertThat(document(answer)).contains("<URI>/%zz</URI>").contains("<Resource>/</Resource>");
  }

  @Test
  void namesTheDigestThatDoesNotHold() {
    Failure crc =
        new Failure.BadDigest(
            Failure.BadDigest.Claim.CHECKSUM,
            DigestAlgorithm.CRC32,
            new byte[] {1, 2, 3, 4},
            new byte[4]);
    Failure hash =
        new Failure.BadDigest(
            Failure.BadDigest.Claim.PAYLOAD_HASH,
            DigestAlgorithm.SHA256,
            new byte[] {1},
            new byte[] {2});

    assertThat(renderer.message(crc))
        .isEqualTo("The CRC32 you specified did not match the calculated checksum.");
    assertThat(document(renderer.render(crc, context("PUT"))))
        .contains("<ExpectedDigest>AQIDBA==</ExpectedDigest>");
    assertThat(renderer.code(hash)).isEqualTo("XAmzContentSHA256Mismatch");
  }

  private static Context context(String method) {
    RawRequest request =
        new RawRequest(
            method,
            Target.parse("/bucket/a%20&%20b"),
            Query.parse(null),
            "localhost",
            Headers.builder().add("Range", "bytes=9-").build(),
            false,
            OptionalLong.empty(),
            false);
    Address address =
        new Address(
            Optional.of(new BucketName("bucket")),
            Optional.of(new ObjectKey("a & b")),
            false,
            Optional.empty(),
            Optional.empty());
    return new Context(ID, Optional.of(request), Optional.of(address));
  }

  private static String document(Answer answer) {
    return S3Wire.document(answer);
  }

  private static Failure make(Class<?> type) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    Object[] facts =
        Arrays.stream(type.getRecordComponents()).map(S3FailureRendererTest::fact).toArray();
    try {
      return (Failure) constructor.newInstance(facts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object fact(RecordComponent component) {
    Class<?> type = component.getType();
    Map<Class<?>, Object> samples =
        Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(SortedSet.class, new TreeSet<>(Set.of("GET"))),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(byte[].class, new byte[4]),
            Map.entry(Optional.class, Optional.of("text")),
            Map.entry(Instant.class, NOON),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(BucketName.class, new BucketName("bucket")),
            Map.entry(ObjectKey.class, new ObjectKey("key")),
            Map.entry(StoredObject.class, OBJECT),
            Map.entry(StorageClass.class, StorageClass.ARCHIVE),
            Map.entry(DigestAlgorithm.class, DigestAlgorithm.CRC32),
            Map.entry(Failure.BadDigest.Claim.class, Failure.BadDigest.Claim.CHECKSUM));
    assertThat(samples).as("a sample for %s", component).containsKey(type);
    return samples.get(type);
  }
}
