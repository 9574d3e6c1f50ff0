package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** An upload that ends while a part of it is on its way. */
interface AbortBehaviour extends UsesS3 {
  @Test
  default void anAbortDuringAPartLeavesNothing() throws IOException {
    // Given
    String bucket = freshBucket();
    Stored before = Stored.in(cairn());
    String upload = initiate(bucket, "k");
    byte[] bytes = new byte[2_000_000];
    WireRequest part =
        v4().sign(request("PUT", "/" + bucket + "/k?partNumber=1&uploadId=" + upload).body(bytes));

    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.sendHead(part);
      connection.send(Arrays.copyOf(bytes, 1_500_000));

      // When
      s3().abortMultipartUpload(b -> b.bucket(bucket).key("k").uploadId(upload));
      connection.send(new byte[500_000]);
      WireAnswer answer = connection.answer("PUT");

      // Then
      UsesWire.refusal(answer, 404, "NoSuchUpload");
    }
    before.assertNothingCame(cairn());
    assertThat(s3().listMultipartUploads(b -> b.bucket(bucket)).uploads()).isEmpty();
  }

  @Test
  default void anAbortAfterAPartLeavesNothing() {
    // Given
    String bucket = freshBucket();
    Stored before = Stored.in(cairn());
    String upload = initiate(bucket, "k");
    part(bucket, "k", upload, 1, new byte[100_000]);

    // When
    s3().abortMultipartUpload(b -> b.bucket(bucket).key("k").uploadId(upload));

    // Then
    assertThat(Stored.in(cairn()).rows()).isEqualTo(before.rows());
  }
}
