package dev.cairn.acceptance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Changing what was looked at before it is used. Races of equals (conditional writes, completing
 * against aborting, deleting against writing) are run in the tests of replicas.
 */
interface RaceAttacks extends Attacks {
  /** RustFS: a bucket that was allowed to be written is another's by the time it is. */
  @Test
  default void aBucketThatIsMadeAnewByAnotherBetweenPermissionAndUse() throws IOException {
    // Given: an upload that has been let in, and waits for its body.
    SignerV4 first = stranger();
    SignerV4 second = stranger();
    String bucket = "race-" + UUID.randomUUID();
    succeeds(first.sign(request("PUT", "/" + bucket)));
    WireRequest put =
        first.sign(
            request("PUT", "/" + bucket + "/k")
                .body("of the first")
                .with("Expect", "100-continue"));
    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.sendHead(put);
      assertThat(connection.answer("PUT").status()).isEqualTo(100);

      // When: the bucket goes, and comes as somebody else's.
      assertThat(send(first.sign(request("DELETE", "/" + bucket))).status()).isEqualTo(204);
      succeeds(second.sign(request("PUT", "/" + bucket)));
      connection.send(put.body());
      WireAnswer answer = connection.answer("PUT");

      // Then
      assertThat(answer.status()).as("%s", answer).isBetween(403, 409);
    }
    WireAnswer list = succeeds(second.sign(request("GET", "/" + bucket)));
    assertThat(list.document().getElementsByTagName("Key").getLength()).isZero();
    assertThat(send(second.sign(request("DELETE", "/" + bucket))).status()).isEqualTo(204);
  }

  /** The same of an upload in parts: its id is of the bucket that is gone. */
  @Test
  default void anUploadOfABucketThatIsAnothersNow() {
    SignerV4 first = stranger();
    SignerV4 second = stranger();
    String bucket = "race-" + UUID.randomUUID();
    succeeds(first.sign(request("PUT", "/" + bucket)));
    String upload =
        succeeds(first.sign(request("POST", "/" + bucket + "/k?uploads").body("")))
            .document()
            .getElementsByTagName("UploadId")
            .item(0)
            .getTextContent();
    WireAnswer deleted = send(first.sign(request("DELETE", "/" + bucket)));
    if (deleted.status() != 204) {
      return; // an upload keeps its bucket: there is nothing to attack
    }
    succeeds(second.sign(request("PUT", "/" + bucket)));
    Stored before = Stored.in(cairn());

    WireRequest part =
        request("PUT", "/" + bucket + "/k?partNumber=1&uploadId=" + upload).body("of the first");
    assertThat(send(first.sign(part)).status()).isBetween(403, 404);
    assertThat(send(second.sign(part)).status()).isEqualTo(404);
    before.assertNothingCame(cairn());
  }

  /** A key that is taken away while its request waits: what was let in may end, nothing more. */
  @Test
  default void anObjectThatIsReplacedWhileItIsRead() throws IOException {
    String bucket = victim();
    byte[] old = new byte[3 << 20];
    java.util.Arrays.fill(old, (byte) 1);
    byte[] young = new byte[3 << 20];
    java.util.Arrays.fill(young, (byte) 2);
    succeeds(v4().sign(request("PUT", "/" + bucket + "/large").body(old)));

    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.sendHead(v4().sign(request("GET", "/" + bucket + "/large")));
      succeeds(v4().sign(request("PUT", "/" + bucket + "/large").body(young)));
      byte[] read = connection.answer("GET").body();

      // One of them, whole: which one, the clock decides.
      assertThat(read.length).isEqualTo(old.length);
      assertThat(read).isEqualTo(read[0] == 1 ? old : young);
    }
  }
}
