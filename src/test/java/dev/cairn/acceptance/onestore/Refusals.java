package dev.cairn.acceptance.onestore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What HTTP wants of a refusal, whoever's words it is in. */
interface Refusals extends UsesForms {
  @ParameterizedTest
  @EnumSource
  default void tellWhichMethodsThereAre(Form form) {
    // Given
    String bucket = bucketOf(form, signer(form));

    // When
    WireAnswer object = ask(form, request(form, "PATCH", "/" + bucket + "/k"));
    WireAnswer root = ask(form, request(form, "PATCH", "/"));

    // Then
    UsesForms.assertRefused(form, object, 405, "MethodNotAllowed");
    assertThat(object.header("Allow")).contains("DELETE, GET, HEAD, OPTIONS, PUT");
    UsesForms.assertRefused(form, root, 405, "MethodNotAllowed");
    assertThat(root.header("Allow")).contains("GET");
  }
}
