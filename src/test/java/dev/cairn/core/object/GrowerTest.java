package dev.cairn.core.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Digests;
import dev.cairn.core.content.ReceivedContent;
import dev.cairn.model.Checksum;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrowerTest {
  private static final AppendRules OWN = new AppendRules(false, false, 3, 10);
  private static final AppendRules ANY = new AppendRules(true, true, 3, 10);
  private static final ObjectKey KEY = new ObjectKey("k");
  private static final Set<DigestAlgorithm> CRC64 = EnumSet.of(DigestAlgorithm.CRC64ECMA);

  private static StoredObject object(String text, ObjectKind kind, DigestAlgorithm... known) {
    byte[] bytes = text.getBytes(UTF_8);
    EnumSet<DigestAlgorithm> kinds = EnumSet.noneOf(DigestAlgorithm.class);
    kinds.addAll(List.of(known));
    var digests = Digests.of(kinds, ByteBuffer.wrap(bytes));
    return new StoredObject(
        new ObjectId(new UUID(0, 1)),
        KEY,
        bytes.length,
        new ETag("0123456789abcdef0123456789abcdef-1"),
        Instant.EPOCH,
        ObjectMetadata.NONE,
        kinds.stream().map(each -> Checksum.ofBytes(each, digests.get(each))).toList(),
        kind);
  }

  private static Optional<Growth> grow(
      AppendRules rules, Optional<StoredObject> there, long position, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    EnumSet<DigestAlgorithm> kinds = EnumSet.of(DigestAlgorithm.MD5);
    kinds.addAll(CRC64);
    there.map(Grower::continued).ifPresent(kinds::addAll);
    AppendObject input =
        new AppendObject(KEY, position, rules, ObjectMetadata.NONE, false, CRC64, null);
    ReceivedContent received =
        new ReceivedContent(
            new StoredContent.Inline(bytes),
            Digests.of(kinds, ByteBuffer.wrap(bytes)),
            Claims.NONE);
    return new Grower(input, received, new ObjectId(new UUID(0, 2))).grow(there);
  }

  private static byte[] crc(DigestAlgorithm algorithm, String text) {
    return Digests.of(EnumSet.of(algorithm), ByteBuffer.wrap(text.getBytes(UTF_8))).get(algorithm);
  }

  @Test
  void knowsTheChecksumsOfTheWholeWithoutItsBytes() {
    StoredObject there =
        object(
            "12345",
            new ObjectKind.Appendable(1),
            DigestAlgorithm.CRC64ECMA,
            DigestAlgorithm.CRC32,
            DigestAlgorithm.SHA1);

    Growth growth = grow(OWN, Optional.of(there), 5, "6789").orElseThrow();

    assertThat(growth.checksums())
        .extracting(Checksum::algorithm)
        .containsExactlyInAnyOrder(DigestAlgorithm.CRC64ECMA, DigestAlgorithm.CRC32);
    assertThat(growth.checksums())
        .allSatisfy(
            checksum ->
                assertThat(checksum.value()).isEqualTo(crc(checksum.algorithm(), "123456789")));
  }

  @Test
  void whatWasNotKnownBeforeIsNotKnownAfterwards() {
    StoredObject there = object("12345", new ObjectKind.Appendable(1));

    assertThat(grow(OWN, Optional.of(there), 5, "6789").orElseThrow().checksums()).isEmpty();
  }

  @Test
  void ofAnEmptyObjectEverythingIsKnown() {
    StoredObject there = object("", new ObjectKind.Appendable(1));

    Growth growth = grow(OWN, Optional.of(there), 0, "123456789").orElseThrow();

    assertThat(growth.checksums().getFirst().value())
        .isEqualTo(crc(DigestAlgorithm.CRC64ECMA, "123456789"));
  }

  // MD5 over the text of the tag before and the MD5 of what was added.
  @Test
  void makesTheETagFromThePreviousOne() {
    Growth begun = grow(OWN, Optional.empty(), 0, "a").orElseThrow();
    Growth grown =
        grow(OWN, Optional.of(object("12345", new ObjectKind.Appendable(1))), 5, "a").orElseThrow();

    assertThat(begun.appends()).isEqualTo(1);
    assertThat(begun.eTag().value()).isEqualTo("b6ff9a06b7e20bcb2858c5b8ff744aea-1");
    assertThat(grown.eTag().value()).isEqualTo("4b990d591c0a18bdc0b6d487692ca2fd-2");
  }

  @Test
  void nothingComesOfNothing() {
    StoredObject there = object("12345", new ObjectKind.Appendable(1));

    assertThat(grow(OWN, Optional.of(there), 5, "")).isEmpty();
  }

  static Stream<Object[]> refused() {
    StoredObject cold =
        new StoredObject(
            new ObjectId(new UUID(0, 1)),
            KEY,
            5,
            new ETag("00"),
            Instant.EPOCH,
            ObjectMetadata.of(ContentHeaders.NONE, Map.of(), Optional.of(StorageClass.ARCHIVE)),
            List.of(),
            new ObjectKind.Appendable(1));
    return Stream.of(
        new Object[] {OWN, object("12345", ObjectKind.NORMAL), Failure.ObjectNotAppendable.class},
        new Object[] {
          OWN, object("12345", new ObjectKind.Multipart(2)), Failure.ObjectNotAppendable.class
        },
        new Object[] {
          ANY, object("12345", new ObjectKind.Symlink(KEY)), Failure.ObjectNotAppendable.class
        },
        new Object[] {
          ANY, object("12345", new ObjectKind.Appendable(3)), Failure.ObjectNotAppendable.class
        },
        new Object[] {OWN, cold, Failure.ObjectNotAppendable.class},
        new Object[] {
          ANY, object("1234", ObjectKind.NORMAL), Failure.PositionNotEqualToLength.class
        });
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(AppendRules rules, StoredObject there, Class<? extends Failure> failure) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> grow(rules, Optional.of(there), 5, "a"));

    assertThat(thrown.failure()).isInstanceOf(failure);
  }

  @Test
  void refusesToGrowBeyondTheLimit() {
    StoredObject there = object("12345", new ObjectKind.Appendable(2));

    assertThat(grow(ANY, Optional.of(there), 5, "67890")).isPresent();
    FailureException thrown =
        catchThrowableOfType(
            FailureException.class, () -> grow(ANY, Optional.of(there), 5, "678901"));
    assertThat(thrown.failure()).isEqualTo(new Failure.AppendTooLarge(11, 10));
  }
}
