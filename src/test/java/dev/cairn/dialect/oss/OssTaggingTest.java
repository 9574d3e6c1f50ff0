package dev.cairn.dialect.oss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.object.CopyObject;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectTagging;
import dev.cairn.model.Failure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags as OSS reads and writes them. */
class OssTaggingTest {
  private static final String PUT = "PUT /bucket/key";
  private static final String SOURCE = "x-oss-copy-source: /src/a";

  private final OssWire oss = new OssWire();

  @Test
  void readsTags() {
    PutObject put = (PutObject) oss.input(PUT, "Content-Length: 0", "x-oss-tagging: TagA=A&TagB=B");
    PutObjectTagging tagging =
        (PutObjectTagging)
            oss.inputOf(
                "<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>",
                "PUT /bucket/key?tagging");

    assertThat(put.metadata().tags())
        .containsExactly(Map.entry("TagA", "A"), Map.entry("TagB", "B"));
    assertThat(tagging.tags()).containsExactly(Map.entry("a", "1"));
  }

  @ParameterizedTest
  @CsvSource({"Copy, false", "COPY, false", "Replace, true", "REPLACE, true"})
  void hasDirectivesInItsOwnWords(String word, boolean replaces) {
    CopyObject copy =
        (CopyObject)
            oss.input(PUT, SOURCE, "x-oss-tagging-directive: " + word, "x-oss-tagging: a=1");

    assertThat(copy.tags().isPresent()).isEqualTo(replaces);
  }

  @ParameterizedTest
  @CsvSource({"a=%40, InvalidTag", "a=1&a=2, InvalidArgument", "=1, InvalidTag"})
  void refusesTags(String tags, String code) {
    Failure failure = oss.failure(PUT, "Content-Length: 0", "x-oss-tagging: " + tags);

    assertThat(OssErrors.of(failure).code()).isEqualTo(code);
    assertThat(OssErrors.of(failure).status()).isEqualTo(400);
  }

  @Test
  void calledTooManyTheyAreInvalid() {
    assertThat(OssErrors.of(new Failure.TooManyTags(10)).code()).isEqualTo("InvalidTag");
  }
}
