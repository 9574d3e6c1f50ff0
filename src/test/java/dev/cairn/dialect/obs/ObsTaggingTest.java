package dev.cairn.dialect.obs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.object.PutObjectTagging;
import dev.cairn.model.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags of objects, which the native form alone has. */
class ObsTaggingTest {
  private static final String TAGGING = "PUT /bucket/key?tagging";
  private static final String DOCUMENT =
      "<Tagging><TagSet><Tag><Key>TagName1</Key><Value>TageSetVaule1</Value></Tag></TagSet></Tagging>";

  private final ObsWire obs = new ObsWire(ObsForm.NATIVE);

  @ParameterizedTest
  @CsvSource({
    "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==",
    "Content-SHA256: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
  })
  void wantsADigest(String digest) {
    PutObjectTagging input = (PutObjectTagging) obs.inputOf(DOCUMENT, TAGGING, digest);

    assertThat(input.tags()).containsExactly(Map.entry("TagName1", "TageSetVaule1"));
    assertThat(obs.failureOf(DOCUMENT, TAGGING)).isInstanceOf(Failure.InvalidRequest.class);
    assertThat(obs.failureOf(DOCUMENT, TAGGING, "Content-SHA256: abc"))
        .isInstanceOf(Failure.InvalidDigest.class);
  }

  @ParameterizedTest
  @CsvSource({"a=/", "a=%7C", "a=<", "a=>", "a=%3D", "a=*", "a=%5C", "a=%2C", "%20a=1", "a%20=1"})
  void refusesItsCharacters(String tags) {
    assertThat(put(tags)).isInstanceOf(Failure.InvalidTag.class);
  }

  @Test
  void hasLengthsOfItsOwn() {
    assertThat(
            obs.input(
                "PUT /bucket/key",
                "Content-Length: 0",
                "x-obs-tagging: " + "k".repeat(36) + "=" + "v".repeat(43)))
        .isNotNull();
    assertThat(put("k".repeat(37) + "=v")).isInstanceOf(Failure.InvalidTag.class);
    assertThat(put("k=" + "v".repeat(44))).isInstanceOf(Failure.InvalidTag.class);
  }

  private Failure put(String tags) {
    return obs.failure("PUT /bucket/key", "Content-Length: 0", "x-obs-tagging: " + tags);
  }

  @Test
  void noTagsIsAFailure() {
    Failure failure =
        org.assertj.core.api.Assertions.catchThrowableOfType(
                dev.cairn.model.FailureException.class,
                () -> obs.answer(new LinkedHashMap<>(), "GET /bucket/key?tagging"))
            .failure();

    assertThat(failure).isInstanceOf(Failure.NoSuchTagSet.class);
  }

  @Test
  void writesThePagesExample() {
    var answer =
        obs.answer(
            new LinkedHashMap<>(Map.of("TagName1", "TageSetVaule1")), "GET /bucket/key?tagging");

    ObsWire.assertGolden(answer, "ObsTaggingTest_writesThePagesExample");
  }

  @Test
  void theOtherFormHasNone() {
    assertThat(new ObsWire(ObsForm.S3).dialect().codecs())
        .doesNotContainKey(dev.cairn.dialect.Operation.PutObjectTagging);
  }
}
