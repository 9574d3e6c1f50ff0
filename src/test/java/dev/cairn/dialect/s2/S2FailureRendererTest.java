package dev.cairn.dialect.s2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.FailureRenderer.Context;
import dev.cairn.dialect.RequestId;
import dev.cairn.model.BucketName;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class S2FailureRendererTest {
  private static final RequestId ID = RequestId.at(Instant.parse("2022-05-06T14:41:46Z"), 1, 2);

  private final S2FailureRenderer renderer = new S2FailureRenderer(S2Vocabulary.create());

  private static Context context(S2Wire request) {
    return new Context(ID, Optional.of(request.raw()), Optional.of(request.address()));
  }

  private static S2Wire signed(String method, String target) {
    return S2Wire.request(method, target).with("Authorization", "AWS a:b");
  }

  @Test
  void writesCodeMessageResourceAndRequestId() {
    Failure failure = new Failure.NoSuchKey(new ObjectKey("a b"));

    Answer answer = renderer.render(failure, context(signed("GET", "/a%20b")));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.headers().first("Content-Type")).contains("application/xml");
    assertThat(answer.headers().first("x-error-code")).contains("NoSuchKey");
    assertThat(S2Wire.document(answer))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>NoSuchKey</Code>"
                + "<Message>The specified key does not exist.</Message>"
                + "<Resource>/your-bucket/a b</Resource>"
                + "<RequestId>"
                + S2RequestIds.requestId(ID)
                + "</RequestId></Error>");
  }

  @Test
  void namesTheCodeOfAHead() {
    Failure failure = new Failure.NoSuchKey(new ObjectKey("k"));

    Answer answer = renderer.render(failure, context(signed("HEAD", "/k")));

    assertThat(answer.payload()).isEqualTo(new Answer.Payload.None());
    assertThat(answer.headers().first("x-error-code")).contains("NoSuchKey");
  }

  @Test
  void tellsAnybodyWhatIsNotForAnybody() {
    Failure failure = new Failure.AccessDenied("no");

    Answer answer =
        renderer.render(failure, context(S2Wire.request("GET", "/").at("ss.bscstorage.com")));

    assertThat(S2Wire.document(answer))
        .contains(
            "<Code>AccessDenied</Code><Message>anonymous is not allowed for operation:"
                + " REST.GET.SERVICE</Message>");
  }

  @Test
  void tellsAKnownCallerNoMoreThanThat() {
    Failure failure = new Failure.AccessDenied("no");

    Answer answer = renderer.render(failure, context(signed("PUT", "/k")));

    assertThat(S2Wire.document(answer)).contains("<Message>Access Denied</Message>");
  }

  @Test
  void tellsAReaderThatNothingChanged() {
    StoredObject object =
        new StoredObject(
            new ObjectId(new UUID(0, 1)),
            new ObjectKey("k"),
            5,
            new ETag("5d41402abc4b2a76b9719d911017c592"),
            S2Wire.NOON,
            ObjectMetadata.of(ContentHeaders.NONE, Map.of(), Optional.empty()),
            List.of(),
            0);

    Answer answer = renderer.render(new Failure.NotModified(object), context(signed("GET", "/k")));

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.headers().first("Cache-Control")).contains("max-age=31536000");
    assertThat(answer.headers().has("x-error-code")).isFalse();
  }

  static Stream<Arguments> codes() {
    Instant now = S2Wire.NOON;
    return Stream.of(
        Arguments.of(new Failure.KeyTooLong(513, 512), 400, "KeyTooLong"),
        Arguments.of(new Failure.PresignedUrlExpired(now, now), 400, "ExpiredToken"),
        Arguments.of(
            new Failure.RequestTimeSkewed(now, now, Duration.ofMinutes(15)),
            403,
            "RequestTimeTooSkewed"),
        Arguments.of(new Failure.UnknownAccessKey("a"), 403, "InvalidAccessKeyId"),
        Arguments.of(new Failure.InvalidToken(), 400, "InvalidToken"),
        Arguments.of(
            new Failure.MalformedAuthorization("", Optional.empty()), 400, "InvalidArgument"),
        Arguments.of(new Failure.InvalidStorageClass("GLACIER"), 400, "InvalidStorageClass"),
        Arguments.of(new Failure.InvalidBucketName("b"), 400, "InvalidBucketName"),
        Arguments.of(
            new Failure.BucketAlreadyOwnedByYou(new BucketName("b")),
            409,
            "BucketAlreadyOwnedByYou"),
        Arguments.of(new Failure.MissingContentLength(), 411, "MissingContentLength"),
        Arguments.of(new Failure.PreconditionFailed("x"), 412, "PreconditionFailed"),
        Arguments.of(new Failure.InvalidRange("", 5), 416, "InvalidRange"),
        Arguments.of(new Failure.NotImplemented("acl"), 501, "NotImplemented"),
        Arguments.of(new Failure.Unavailable("database", Duration.ofSeconds(1)), 503, "SlowDown"));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void hasTheCodesOfItsTable(Failure failure, int status, String code) {
    Answer answer = renderer.render(failure, context(signed("GET", "/k")));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(renderer.code(failure)).isEqualTo(code);
  }
}
