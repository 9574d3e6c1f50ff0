package dev.cairn.acceptance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.onestore.UsesForms;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;

/** What attacks have in common: a victim, and that nothing happens to it. */
interface Attacks extends UsesForms {
  String SECRET = "what nobody else may see";

  /** A bucket of root's with an object {@code k} that holds {@link #SECRET}. */
  default String victim() {
    String bucket = "victim-" + UUID.randomUUID();
    succeeds(v4().sign(request("PUT", "/" + bucket)));
    succeeds(v4().sign(request("PUT", "/" + bucket + "/k").body(SECRET)));
    return bucket;
  }

  /** A bucket of a stranger's. */
  default String bucketOf(SignerV4 stranger) {
    String bucket = "attacker-" + UUID.randomUUID();
    succeeds(stranger.sign(request("PUT", "/" + bucket)));
    return bucket;
  }

  /** Sends them as they are, and sees them refused; they show nothing, and leave nothing. */
  default WireAnswer fails(WireRequest... requests) {
    Stored before = Stored.in(cairn());
    WireAnswer answer = null;
    for (WireRequest request : requests) {
      answer = send(request);
      assertThat(answer.status())
          .as("%s %s: %s", request.method(), request.target(), answer)
          .isBetween(400, 501)
          .isNotEqualTo(500);
      assertShowsNothing(answer);
    }
    before.assertNothingCame(cairn());
    return answer;
  }

  default void assertShowsNothing(WireAnswer answer) {
    assertThat(answer.text()).doesNotContain(SECRET, cairn().secretAccessKey(), "root:x:0:0");
    assertThat(answer.headers().toString()).doesNotContain(cairn().secretAccessKey());
  }

  /** The victim's object is what it was. */
  default void assertUntouched(String bucket) {
    assertThat(ask("GET", "/" + bucket + "/k").text()).isEqualTo(SECRET);
  }

  default DynamicTest attack(String name, WireRequest... requests) {
    return DynamicTest.dynamicTest(name, () -> fails(requests));
  }
}
