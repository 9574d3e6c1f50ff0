package dev.cairn.acceptance.onestore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A storage class is one idea, and every reader is told of it in the words of its vendor. */
interface ClassWords extends UsesForms {
  /** S2 has one class only. */
  Map<Form, String> COOL =
      Map.of(
          Form.S3, "STANDARD_IA",
          Form.S2, "STANDARD",
          Form.OBS_S3, "STANDARD_IA",
          Form.OBS, "WARM",
          Form.OSS, "IA");

  Map<Form, String> COLD =
      Map.of(
          Form.S3, "GLACIER",
          Form.S2, "STANDARD",
          Form.OBS_S3, "GLACIER",
          Form.OBS, "COLD",
          Form.OSS, "Archive");

  /** Where there is nothing as cold, the coldest there is. */
  Map<Form, String> DEEP =
      Map.of(
          Form.S3, "DEEP_ARCHIVE",
          Form.S2, "STANDARD",
          Form.OBS_S3, "GLACIER",
          Form.OBS, "DEEP_ARCHIVE",
          Form.OSS, "ColdArchive");

  @ParameterizedTest
  @CsvSource({"S3, STANDARD_IA", "OBS_S3, STANDARD_IA", "OBS, WARM", "OSS, IA"})
  default void tellsTheCoolClassInTheReadersWords(Form writer, String word) {
    tells(writer, word, COOL);
  }

  @ParameterizedTest
  @CsvSource({"S3, GLACIER", "OBS_S3, GLACIER", "OBS, COLD", "OSS, Archive"})
  default void tellsTheColdClassInTheReadersWords(Form writer, String word) {
    tells(writer, word, COLD);
  }

  @ParameterizedTest
  @CsvSource({"S3, DEEP_ARCHIVE", "OBS, DEEP_ARCHIVE", "OSS, ColdArchive"})
  default void tellsTheColdestClassInTheReadersWords(Form writer, String word) {
    tells(writer, word, DEEP);
  }

  private void tells(Form writer, String word, Map<Form, String> words) {
    // Given
    String bucket = bucketOf(writer, signer(writer));

    // When
    succeeds(
        signer(writer)
            .sign(
                request(writer, "PUT", "/" + bucket + "/classed")
                    .with(writer.header("storage-class"), word)
                    .body("bytes")));

    // Then
    words.forEach(
        (reader, expected) -> {
          WireAnswer head = ask(reader, request(reader, "HEAD", "/" + bucket + "/classed"));
          String list = ask(reader, request(reader, "GET", "/" + bucket + "?prefix=c")).text();
          assertThat(head.header(reader.header("storage-class")).orElse("STANDARD"))
              .as("to %s", reader)
              .isEqualTo(expected);
          assertThat(list).as("to %s", reader).contains("<StorageClass>" + expected + "<");
        });
  }
}
