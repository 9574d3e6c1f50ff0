package dev.cairn.core.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.body.Digest;
import dev.cairn.core.multipart.CompleteMultipartUpload.ClaimedChecksum;
import dev.cairn.core.multipart.CompleteMultipartUpload.ListedPart;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.Part;
import dev.cairn.model.Upload;
import dev.cairn.model.Upload.ChecksumPlan;
import dev.cairn.model.UploadId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class AssemblerTest {
  private static final long MINIMUM = 5;
  private static final List<String> TEXTS = List.of("first part", "second part", "end");

  private final List<Part> parts =
      List.of(part(1, TEXTS.get(0)), part(2, TEXTS.get(1)), part(3, TEXTS.get(2)));

  @Test
  void eTagIsTheMd5OfTheBinaryMd5s() throws Exception {
    // Given
    MessageDigest outer = MessageDigest.getInstance("MD5");
    for (String text : TEXTS) {
      outer.update(md5(text));
    }

    // When
    Assembly assembly = assemble(Optional.empty(), complete(listed(1, 2, 3)));

    // Then
    assertThat(assembly.eTag().value()).isEqualTo(HexFormat.of().formatHex(outer.digest()) + "-3");
    assertThat(assembly.size()).isEqualTo(24);
    assertThat(assembly.partNumbers()).containsExactly(1, 2, 3);
  }

  @Test
  void keepsTheUnaskedChecksumThatAllPartsHave() {
    // When
    Assembly assembly = assemble(Optional.empty(), complete(listed(1, 2, 3)));

    // Then
    assertThat(assembly.checksums()).hasSize(1);
    assertThat(assembly.checksums().getFirst().algorithm()).isEqualTo(DigestAlgorithm.CRC64ECMA);
    assertThat(assembly.checksums().getFirst().value()).isEqualTo(crc64(String.join("", TEXTS)));
  }

  @Test
  void leavesOutPartsThatAreNotListed() {
    // When
    Assembly assembly = assemble(Optional.empty(), complete(listed(1, 3)));

    // Then
    assertThat(assembly.partNumbers()).containsExactly(1, 3);
    assertThat(assembly.eTag().value()).endsWith("-2");
  }

  @Test
  void refusesListsThatAreNotAscending() {
    assertThat(failure(complete(listed(2, 1)))).isInstanceOf(Failure.InvalidPartOrder.class);
    assertThat(failure(complete(listed(1, 1)))).isInstanceOf(Failure.InvalidPartOrder.class);
  }

  @Test
  void refusesAPartThatWasNotReceived() {
    // Given
    ListedPart unknown = new ListedPart(4, new ETag("0".repeat(32)), Map.of());

    // When
    Failure failure = failure(complete(List.of(unknown)));

    // Then
    assertThat(failure).isInstanceOf(Failure.InvalidPart.class);
  }

  @Test
  void refusesAnotherETag() {
    // Given
    ListedPart other = new ListedPart(1, new ETag("0".repeat(32)), Map.of());

    // When
    Failure failure = failure(complete(List.of(other)));

    // Then
    assertThat(failure)
        .isInstanceOfSatisfying(
            Failure.InvalidPart.class, f -> assertThat(f.partNumber()).isEqualTo(1));
  }

  @Test
  void refusesASmallPartThatIsNotTheLast() {
    // When
    Failure failure =
        catchThrowableOfType(
                FailureException.class,
                () ->
                    new Assembler(upload(Optional.empty()), List.of(part(1, "tiny"), parts.get(1)))
                        .assemble(
                            complete(
                                List.of(
                                    new ListedPart(1, ETag.ofMd5(md5("tiny")), Map.of()),
                                    listed(2).getFirst()))))
            .failure();

    // Then
    assertThat(failure)
        .isInstanceOfSatisfying(Failure.PartTooSmall.class, f -> assertThat(f.size()).isEqualTo(4));
  }

  @Test
  void fullObjectChecksumIsThatOfAllBytes() {
    // Given
    CRC32 crc = new CRC32();
    crc.update(String.join("", TEXTS).getBytes(StandardCharsets.UTF_8));
    ChecksumPlan plan = new ChecksumPlan(DigestAlgorithm.CRC32, Checksum.Type.FULL_OBJECT);

    // When
    Assembly assembly = assemble(Optional.of(plan), complete(listed(1, 2, 3)));

    // Then
    assertThat(assembly.checksums().getFirst().value())
        .isEqualTo(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  @Test
  void compositeChecksumIsThatOfTheChecksums() {
    // Given
    CRC32 outer = new CRC32();
    TEXTS.forEach(text -> outer.update(crc32(text)));
    ChecksumPlan plan = new ChecksumPlan(DigestAlgorithm.CRC32, Checksum.Type.COMPOSITE);

    // When
    Assembly assembly = assemble(Optional.of(plan), complete(listed(1, 2, 3)));

    // Then
    String base64 =
        Base64.getEncoder()
            .encodeToString(ByteBuffer.allocate(4).putInt((int) outer.getValue()).array());
    assertThat(assembly.checksums().getFirst().text()).isEqualTo(base64 + "-3");
  }

  @Test
  void compositeNeedsConsecutiveNumbers() {
    // Given
    ChecksumPlan plan = new ChecksumPlan(DigestAlgorithm.CRC32, Checksum.Type.COMPOSITE);

    // When / Then
    assertThatThrownBy(() -> assemble(Optional.of(plan), complete(listed(1, 3))))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.InvalidPartOrder.class));
  }

  @Test
  void refusesAClaimOfTheWholeThatDoesNotHold() {
    // Given
    ChecksumPlan plan = new ChecksumPlan(DigestAlgorithm.CRC32, Checksum.Type.FULL_OBJECT);
    CompleteMultipartUpload input =
        complete(
            listed(1, 2, 3),
            OptionalLong.empty(),
            Optional.of(new ClaimedChecksum(DigestAlgorithm.CRC32, "AAAAAA==")));

    // When / Then
    assertThatThrownBy(() -> assemble(Optional.of(plan), input))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.BadDigest.class));
  }

  @Test
  void refusesAPartChecksumThatIsNotTheReceivedOne() {
    // Given
    ChecksumPlan plan = new ChecksumPlan(DigestAlgorithm.CRC32, Checksum.Type.COMPOSITE);
    ListedPart wrong =
        new ListedPart(
            1, parts.getFirst().eTag(), Map.of(DigestAlgorithm.CRC32, new byte[] {1, 2, 3, 4}));

    // When / Then
    assertThatThrownBy(() -> assemble(Optional.of(plan), complete(List.of(wrong))))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.InvalidPart.class));
  }

  @Test
  void refusesAnExpectedSizeThatIsAnother() {
    assertThat(failure(complete(listed(1), OptionalLong.of(11), Optional.empty())))
        .isInstanceOf(Failure.InvalidRequest.class);
  }

  private Failure failure(CompleteMultipartUpload input) {
    return catchThrowableOfType(FailureException.class, () -> assemble(Optional.empty(), input))
        .failure();
  }

  private Assembly assemble(Optional<ChecksumPlan> plan, CompleteMultipartUpload input) {
    return new Assembler(upload(plan), parts).assemble(input);
  }

  private static Upload upload(Optional<ChecksumPlan> plan) {
    return new Upload(
        new UploadId(UUID.randomUUID()),
        new ObjectKey("k"),
        Instant.EPOCH,
        new Account(new AccountId("a"), "", ""),
        ObjectMetadata.NONE,
        plan);
  }

  @Test
  void keepsWantedDigestsThatTheOnesOfThePartsGive() {
    CompleteMultipartUpload plain = complete(listed(1, 2));
    CompleteMultipartUpload wanting =
        new CompleteMultipartUpload(
            plain.key(),
            plain.uploadId(),
            plain.parts(),
            plain.minimumPartSize(),
            plain.partsETag(),
            Set.of(DigestAlgorithm.CRC32, DigestAlgorithm.SHA256),
            plain.expectedSize(),
            plain.claimed(),
            plain.claimedType(),
            plain.condition());

    Assembly assembly = new Assembler(upload(Optional.empty()), parts).assemble(wanting);

    assertThat(assembly.checksums())
        .extracting(Checksum::algorithm)
        .containsExactlyInAnyOrder(DigestAlgorithm.CRC32, DigestAlgorithm.CRC64ECMA);
    assertThat(assembly.checksums())
        .allMatch(checksum -> checksum.type() == Checksum.Type.FULL_OBJECT);
  }

  private List<ListedPart> listed(int... numbers) {
    return java.util.Arrays.stream(numbers)
        .mapToObj(n -> new ListedPart(n, parts.get(n - 1).eTag(), Map.of()))
        .toList();
  }

  private static CompleteMultipartUpload complete(List<ListedPart> listed) {
    return complete(listed, OptionalLong.empty(), Optional.empty());
  }

  private static CompleteMultipartUpload complete(
      List<ListedPart> listed, OptionalLong size, Optional<ClaimedChecksum> claimed) {
    return new CompleteMultipartUpload(
        new ObjectKey("k"),
        "0".repeat(32),
        listed,
        MINIMUM,
        PartsETag.BINARY,
        Set.of(),
        size,
        claimed,
        Optional.empty(),
        WriteCondition.NONE);
  }

  private static Part part(int number, String text) {
    return new Part(
        number,
        text.length(),
        md5(text),
        Instant.EPOCH,
        List.of(
            Checksum.ofBytes(DigestAlgorithm.CRC32, crc32(text)),
            Checksum.ofBytes(DigestAlgorithm.CRC64ECMA, crc64(text))));
  }

  private static byte[] crc32(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
  }

  private static byte[] crc64(String text) {
    Digest crc = Digest.of(DigestAlgorithm.CRC64ECMA);
    crc.update(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    return crc.value();
  }

  private static byte[] md5(String text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
