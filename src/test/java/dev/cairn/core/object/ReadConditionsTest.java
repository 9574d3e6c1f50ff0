package dev.cairn.core.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The precedence of RFC 9110, section 13.2.2, as a table. */
class ReadConditionsTest {
  private static final String SAME = "0cc175b9c0f1b6a831c399e269772661";
  private static final Instant MODIFIED = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final StoredObject OBJECT =
      new StoredObject(
          new ObjectId(UUID.randomUUID()),
          new ObjectKey("k"),
          1,
          new ETag(SAME),
          MODIFIED,
          ObjectMetadata.NONE,
          List.of(),
          0);

  // match, none-match: same | other | any | empty for none; dates: before | equal | after the
  // modification.
  @ParameterizedTest(name = "{0}/{1}/{2}/{3}: {4}")
  @CsvSource({
    ",      ,      ,       ,       ok",
    "same,  ,      ,       ,       ok",
    "any,   ,      ,       ,       ok",
    "other, ,      ,       ,       failed",
    ",      same,  ,       ,       unchanged",
    ",      any,   ,       ,       unchanged",
    ",      other, ,       ,       ok",
    ",      ,      before, ,       ok",
    ",      ,      equal,  ,       unchanged",
    ",      ,      after,  ,       unchanged",
    ",      ,      ,       before, failed",
    ",      ,      ,       equal,  ok",
    ",      ,      ,       after,  ok",
    // If-Match overrides If-Unmodified-Since; If-None-Match overrides If-Modified-Since.
    "same,  ,      ,       before, ok",
    "other, ,      ,       after,  failed",
    ",      same,  before, ,       unchanged",
    ",      other, after,  ,       ok",
    // A failed If-Match is told before anything else.
    "other, same,  ,       ,       failed",
    "same,  same,  ,       ,       unchanged",
  })
  void followsThePrecedence(
      String match, String noneMatch, String modified, String unmodified, String expected) {
    // Given
    ReadConditions conditions =
        new ReadConditions(tags(match), tags(noneMatch), date(modified), date(unmodified));

    // When
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> conditions.check(OBJECT));

    // Then
    switch (expected) {
      case "ok" -> assertThat(thrown).isNull();
      case "failed" -> assertThat(thrown.failure()).isInstanceOf(Failure.PreconditionFailed.class);
      default -> assertThat(thrown.failure()).isInstanceOf(Failure.NotModified.class);
    }
  }

  private static Optional<List<ETag>> tags(String word) {
    return Optional.ofNullable(word)
        .map(
            w ->
                switch (w) {
                  case "same" -> List.of(new ETag("f".repeat(32)), new ETag(SAME));
                  case "other" -> List.of(new ETag("f".repeat(32)));
                  default -> List.of();
                });
  }

  private static Optional<Instant> date(String word) {
    Instant header = Instant.parse("2026-01-02T03:04:05Z");
    return Optional.ofNullable(word)
        .map(
            w ->
                switch (w) {
                  case "before" -> header.minusSeconds(1);
                  case "equal" -> header;
                  default -> header.plusSeconds(1);
                });
  }
}
