package dev.cairn.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.obs.ObsForm;
import dev.cairn.dialect.obs.ObsVocabulary;
import dev.cairn.dialect.oss.OssVocabulary;
import dev.cairn.dialect.s3.S3Vocabulary;
import dev.cairn.model.StorageClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One idea of a class, in each dialect's words. */
class StorageClassWordsTest {
  @ParameterizedTest
  @CsvSource({
    "STANDARD,                   STANDARD,            STANDARD,    STANDARD,     Standard",
    "REDUCED_REDUNDANCY,         REDUCED_REDUNDANCY,  STANDARD,    STANDARD,     Standard",
    "INTELLIGENT_TIERING,        INTELLIGENT_TIERING, STANDARD,    STANDARD,     Standard",
    "INFREQUENT_ACCESS,          STANDARD_IA,         STANDARD_IA, WARM,         IA",
    "ONE_ZONE_INFREQUENT_ACCESS, ONEZONE_IA,          STANDARD_IA, WARM,         IA",
    "INSTANT_ARCHIVE,            GLACIER_IR,          STANDARD_IA, WARM,         IA",
    "ARCHIVE,                    GLACIER,             GLACIER,     COLD,         Archive",
    "DEEP_ARCHIVE,               DEEP_ARCHIVE,        GLACIER,     DEEP_ARCHIVE, ColdArchive",
    "DEEP_COLD_ARCHIVE,          DEEP_ARCHIVE,        GLACIER,     DEEP_ARCHIVE, DeepColdArchive",
  })
  void isShownInTheReadersWords(
      StorageClass storageClass, String s3, String obsS3, String obs, String oss) {
    assertThat(S3Vocabulary.create().storageClasses().nearest(storageClass)).isEqualTo(s3);
    assertThat(ObsVocabulary.of(ObsForm.S3).storageClasses().nearest(storageClass))
        .isEqualTo(obsS3);
    assertThat(ObsVocabulary.of(ObsForm.NATIVE).storageClasses().nearest(storageClass))
        .isEqualTo(obs);
    assertThat(OssVocabulary.create().storageClasses().nearest(storageClass)).isEqualTo(oss);
  }
}
