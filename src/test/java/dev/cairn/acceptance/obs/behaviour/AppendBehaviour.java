package dev.cairn.acceptance.obs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.obs.services.exception.ObsException;
import com.obs.services.model.AppendObjectRequest;
import com.obs.services.model.AppendObjectResult;
import com.obs.services.model.ObjectMetadata;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AppendObject of the native form. */
interface AppendBehaviour extends UsesObs {
  private AppendObjectResult append(String bucket, String key, long position, byte[] bytes) {
    AppendObjectRequest request = new AppendObjectRequest();
    request.setBucketName(bucket);
    request.setObjectKey(key);
    request.setPosition(position);
    request.setInput(new ByteArrayInputStream(bytes));
    return obs().appendObject(request);
  }

  @Test
  default void growsAnObject() throws IOException {
    // Given
    String bucket = freshObsBucket();
    byte[] first = UsesStore.bytes(100_000, 1);
    byte[] second = UsesStore.bytes(10, 2);

    // When
    AppendObjectResult begun = append(bucket, "log", 0, first);
    AppendObjectResult grown = append(bucket, "log", begun.getNextPosition(), second);

    // Then
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(first);
    whole.writeBytes(second);
    assertThat(grown.getNextPosition()).isEqualTo(100_010);
    assertThat(grown.getEtag().replace("\"", "")).isEqualTo(md5(second));
    assertThat(obs().getObject(bucket, "log").getObjectContent().readAllBytes())
        .isEqualTo(whole.toByteArray());
    ObjectMetadata kept = obs().getObjectMetadata(bucket, "log");
    assertThat(kept.isAppendable()).isTrue();
    assertThat(kept.getNextPosition()).isEqualTo(100_010);
  }

  private static String md5(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("MD5").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  default void tellsWhereTheEndIsToWhoMissesIt() {
    String bucket = freshObsBucket();
    append(bucket, "log", 0, new byte[3]);

    WireAnswer answer =
        askNative(bucket, on(bucket, "POST", "/log?append&position=2").body(new byte[1]));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.error()).containsEntry("Code", "PositionNotEqualToLength");
    assertThat(answer.header("x-obs-next-append-position")).contains("3");
  }

  @Test
  default void refusesToContinueWhatWasWrittenOtherwise() {
    String bucket = freshObsBucket();
    obs().putObject(bucket, "whole", new ByteArrayInputStream(new byte[3]));

    ObsException refused =
        catchThrowableOfType(ObsException.class, () -> append(bucket, "whole", 3, new byte[1]));

    assertThat(refused.getErrorCode()).isEqualTo("ObjectNotAppendable");
    assertThat(refused.getResponseCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "/log?append&position=x,  400, InvalidArgument",
    "/log?append&position=1,  409, PositionNotEqualToLength",
    "/log?append,             400, InvalidRequest"
  })
  default void refusesAppends(String target, int status, String code) {
    String bucket = freshObsBucket();

    WireAnswer answer = askNative(bucket, on(bucket, "POST", target).body(new byte[1]));

    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.error()).containsEntry("Code", code);
  }

  @Test
  default void theFormOfS3HasNoAppend() {
    String bucket = freshObsBucket();

    WireAnswer answer =
        askS3(bucket, on(bucket, "POST", "/log?append&position=0").body(new byte[1]));

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.error()).containsEntry("Code", "NotImplemented");
  }

  @Test
  default void refusesAnObjectBeyondTheLimitBeforeItsBytes() {
    String bucket = freshObsBucket();
    WireRequest request =
        on(bucket, "POST", "/log?append&position=0").with("Content-Length", "5368709121");

    WireAnswer answer = askNative(bucket, request);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).containsEntry("Code", "AppendTooLarge");
  }
}
