package dev.cairn.acceptance.s3.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.UsesStrangers;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Accounts that have a key, but no business in a bucket. */
interface BadStrangers extends BadInput, UsesStrangers {
  @TestFactory
  default Stream<DynamicTest> strangersAndTheUnnamedMayDoNothing() {
    String bucket = freshBucket();
    store(bucket, "k", new byte[1]);
    String upload = initiate(bucket, "k");
    SignerV4 stranger = stranger();
    return Stream.of(
            "GET ",
            "GET ?list-type=2",
            "GET ?uploads",
            "GET ?location",
            "DELETE ",
            "GET /k",
            "PUT /k",
            "DELETE /k",
            "POST /k?uploads",
            "PUT /k?partNumber=1&uploadId=" + upload,
            "GET /k?uploadId=" + upload,
            "DELETE /k?uploadId=" + upload,
            "GET /missing")
        .flatMap(
            line -> {
              String[] words = line.split(" ", 2);
              WireRequest request = request(words[0], "/" + bucket + words[1]).body("");
              return Stream.of(
                  refusedAsSent("stranger: " + line, stranger.sign(request), 403, "AccessDenied"),
                  refusedAsSent("unnamed: " + line, request, 403, "AccessDenied"));
            });
  }

  @Test
  default void aStrangerCannotCopyOut() {
    // Given
    String bucket = freshBucket();
    store(bucket, "k", new byte[1]);
    SignerV4 stranger = stranger();
    String own = "own-" + UUID.randomUUID();
    assertThat(send(stranger.sign(request("PUT", "/" + own))).status()).isEqualTo(200);

    // When / Then
    refusesAsSent(
        stranger.sign(
            request("PUT", "/" + own + "/k").with("x-amz-copy-source", "/" + bucket + "/k")),
        403,
        "AccessDenied");
  }

  @Test
  default void aNameThatIsTakenIsTaken() {
    // Given
    String bucket = freshBucket();

    // When / Then
    refusesAsSent(stranger().sign(request("PUT", "/" + bucket)), 409, "BucketAlreadyExists");
  }

  @Test
  default void everybodySeesTheirOwnBuckets() {
    // Given
    String bucket = freshBucket();
    SignerV4 stranger = stranger();
    String own = "own-" + UUID.randomUUID();
    assertThat(send(stranger.sign(request("PUT", "/" + own))).status()).isEqualTo(200);

    // When
    WireAnswer theirs = send(stranger.sign(request("GET", "/")));
    WireAnswer unnamed = send(request("GET", "/"));

    // Then
    assertThat(theirs.text()).contains(own).doesNotContain(bucket);
    UsesWire.refusal(unnamed, 403, "AccessDenied");
    assertThat(Optional.of(ask("GET", "/").text())).get().asString().doesNotContain(own);
  }
}
