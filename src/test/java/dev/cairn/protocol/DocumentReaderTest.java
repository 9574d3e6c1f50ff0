package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Claims.Claimed;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.model.FailureException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
  private static final Claims RIGHT_MD5 = md5("XUFAKrxLKna5cZ2REBfFkg==");
  private static final Claims WRONG_MD5 = md5("AAAAAAAAAAAAAAAAAAAAAA==");

  private static final Failure TOO_LONG = new Failure.MalformedXml("too long");

  private static Claims md5(String base64) {
    byte[] expected = Base64.getDecoder().decode(base64);
    return new Claims(
        List.of(new Claimed(BadDigest.Claim.CONTENT_MD5, DigestAlgorithm.MD5, expected)));
  }

  @Test
  void readsADocumentInManyPieces() {
    byte[] document = "x".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    BytesBody body = BytesBody.inSlabsOf(1, document);

    assertThat(read(body, 100_000)).isEqualTo(document);
    assertThat(body.slabsHeld()).isZero();
  }

  @Test
  void readsAnEmptyDocument() {
    assertThat(read(BytesBody.of(""), 10)).isEmpty();
  }

  @Test
  void verifiesWhatTheHeadClaims() {
    assertThat(read(BytesBody.of("hello").claiming(RIGHT_MD5), 10)).hasSize(5);

    assertThat(failure(BytesBody.of("hello").claiming(WRONG_MD5), 10))
        .isInstanceOf(Failure.BadDigest.class);
  }

  @Test
  void verifiesWhatATrailerClaims() {
    assertThat(failure(BytesBody.of("hello").withTrailers(WRONG_MD5), 10))
        .isInstanceOf(Failure.BadDigest.class);
  }

  @Test
  void refusesADocumentThatDeclaresMoreThanTheLimitUnread() {
    BytesBody body = BytesBody.of("hello");

    assertThat(failure(body, 4)).isSameAs(TOO_LONG);
    assertThat(body.slabsPulled()).isZero();
    assertThat(body.isAbandoned()).isTrue();
  }

  @Test
  void refusesADocumentThatTurnsOutLongerThanTheLimit() {
    BytesBody body = BytesBody.inSlabsOf(2, new byte[100]).ofUnknownLength();

    assertThat(failure(body, 4)).isSameAs(TOO_LONG);
    assertThat(body.slabsPulled()).isEqualTo(3);
    assertThat(body.slabsHeld()).isZero();
    assertThat(body.isAbandoned()).isTrue();
  }

  @Test
  void passesTheFailureOfTheBodyOn() {
    RuntimeException gone = new Failure.ClientGone().exception();
    BytesBody body = BytesBody.of("hel").failingWith(gone);

    assertThatThrownBy(() -> read(body, 10)).isSameAs(gone);
    assertThat(body.isAbandoned()).isTrue();
  }

  private static byte[] read(Body body, int limit) {
    byte[] document = DocumentReader.collect(body, limit, TOO_LONG).await().indefinitely();
    DocumentReader.verify(document, body.claims());
    return document;
  }

  private static Failure failure(Body body, int limit) {
    try {
      read(body, limit);
    } catch (FailureException e) {
      return e.failure();
    }
    throw new AssertionError("took it");
  }
}
