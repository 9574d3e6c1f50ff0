package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Claims.Claimed;
import dev.cairn.core.body.Slab;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.model.FailureException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {
  @Test
  void passesABodyOfExactlyTheLimit() {
    BytesBody source = BytesBody.inSlabsOf(3, new byte[10]);

    assertThat(length(new LimitedBody(source, 10))).isEqualTo(10);
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void refusesABodyThatDeclaresMoreUnread() {
    BytesBody source = BytesBody.of(new byte[11]);

    assertTooLarge(new LimitedBody(source, 10), 11);
    assertThat(source.slabsPulled()).isZero();
  }

  @Test
  void refusesABodyThatTurnsOutToHaveMore() {
    BytesBody source = BytesBody.inSlabsOf(6, new byte[100]).ofUnknownLength();

    assertTooLarge(new LimitedBody(source, 10), 12);
    assertThat(source.slabsPulled()).isEqualTo(2);
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void claimsWhatTheHeadAndTheTrailersClaim() {
    Claims head = claim(DigestAlgorithm.MD5);
    Claims trailer = claim(DigestAlgorithm.SHA1);
    Body body =
        new LimitedBody(new ClaimingBody(BytesBody.of("hello").withTrailers(trailer), head), 10);

    assertThat(body.claims()).isEqualTo(head);
    length(body);
    assertThat(body.claims()).isEqualTo(head.and(trailer));
  }

  private static Claims claim(DigestAlgorithm algorithm) {
    byte[] value = new byte[algorithm.bytes()];
    return new Claims(List.of(new Claimed(BadDigest.Claim.CHECKSUM, algorithm, value)));
  }

  private static void assertTooLarge(Body body, long size) {
    assertThatThrownBy(() -> length(body))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.EntityTooLarge(size, 10)));
  }

  private static long length(Body body) {
    long length = 0;
    Slab slab = body.next().await().indefinitely();
    while (slab != null) {
      length += slab.size();
      slab.release();
      slab = body.next().await().indefinitely();
    }
    return length;
  }
}
