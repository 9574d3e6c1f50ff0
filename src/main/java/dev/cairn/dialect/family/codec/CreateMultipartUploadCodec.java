package dev.cairn.dialect.family.codec;

import dev.cairn.core.multipart.CreateMultipartUpload;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.dialect.ChecksumWords.Word;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Upload;
import dev.cairn.model.Upload.ChecksumPlan;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlWriter;
import java.util.Locale;
import java.util.Optional;

/** CreateMultipartUpload: what it says of the object is fixed here. */
public final class CreateMultipartUploadCodec implements Codec<CreateMultipartUpload, Upload> {
  private final Vocabulary words;
  private final MetadataHeaders metadata;
  private final WriteConditions conditions;
  private final ChecksumHeaders checksums;
  private final Documents documents;

  public CreateMultipartUploadCodec(Vocabulary words) {
    this(
        words,
        headers -> {
          new Conditions(words).refuseAll(headers);
          return WriteCondition.NONE;
        });
  }

  /**
   * @param conditions the vendor's own
   */
  public CreateMultipartUploadCodec(Vocabulary words, WriteConditions conditions) {
    this.words = words;
    this.metadata = new MetadataHeaders(words);
    this.conditions = conditions;
    this.checksums = new ChecksumHeaders(words);
    this.documents = new Documents(words);
  }

  @Override
  public Decoded<CreateMultipartUpload> decode(RequestHead head) {
    KeyEncoding.read(head);
    WriteCondition condition = conditions.read(head.headers());
    return Decoded.of(
        new CreateMultipartUpload(
            ObjectKeys.writable(head, words),
            metadata.read(head.headers()),
            plan(head.headers()),
            condition));
  }

  private Optional<ChecksumPlan> plan(Headers headers) {
    Optional<Word> word = checksums.readAlgorithm(headers);
    Optional<Checksum.Type> type = checksums.readType(headers);
    if (word.isEmpty()) {
      if (type.isPresent()) {
        throw refused(
            "The %s header can only be used with the %s header."
                .formatted(words.header("checksum-type"), words.header("checksum-algorithm")));
      }
      return Optional.empty();
    }
    DigestAlgorithm algorithm = word.get().algorithm();
    ChecksumPlan plan = new ChecksumPlan(algorithm, type.orElse(byDefault(algorithm)));
    boolean possible =
        switch (plan.type()) {
          case FULL_OBJECT -> algorithm.combinable();
          case COMPOSITE -> algorithm != DigestAlgorithm.CRC64NVME;
        };
    if (!possible) {
      throw refused(
          "The %s checksum type cannot be used with the %s checksum algorithm."
              .formatted(plan.type(), word.get().text().toLowerCase(Locale.ROOT)));
    }
    return Optional.of(plan);
  }

  private static Checksum.Type byDefault(DigestAlgorithm algorithm) {
    return algorithm == DigestAlgorithm.CRC64NVME
        ? Checksum.Type.FULL_OBJECT
        : Checksum.Type.COMPOSITE;
  }

  private static RuntimeException refused(String reason) {
    return new Failure.InvalidRequest(reason).exception();
  }

  @Override
  public Answer encode(Upload upload, Exchange<CreateMultipartUpload> exchange) {
    KeyEncoding keys = KeyEncoding.read(exchange.head());
    XmlWriter xml = documents.begin("InitiateMultipartUploadResult", exchange.head());
    keys.say(xml);
    xml.element("Bucket", exchange.call().inBucket().name().value());
    keys.element(xml, "Key", upload.key().value());
    xml.element("UploadId", upload.id().toString());
    Answer answer = Documents.answer(xml);
    Headers.Builder headers = Headers.builder().addAll(answer.headers());
    upload.checksum().ifPresent(plan -> say(plan, headers));
    return new Answer(answer.status(), headers.build(), answer.payload());
  }

  private void say(ChecksumPlan plan, Headers.Builder headers) {
    words
        .checksums()
        .find(plan.algorithm())
        .ifPresent(
            word ->
                headers
                    .add(words.header("checksum-algorithm"), word.text())
                    .add(words.header("checksum-type"), plan.type().name()));
  }
}
