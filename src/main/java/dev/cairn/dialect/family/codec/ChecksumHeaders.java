package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Checksum;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlWriter;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes checksums as headers and as elements; those that the dialect has no word for are not seen.
 */
final class ChecksumHeaders {
  private static final String TYPE = "checksum-type";

  private final Vocabulary words;
  private final ChecksumWords checksums;

  ChecksumHeaders(Vocabulary words) {
    this.words = words;
    this.checksums = words.checksums();
  }

  void write(Collection<Checksum> values, Headers.Builder answer) {
    for (Checksum value : values) {
      checksums
          .find(value.algorithm())
          .ifPresent(word -> answer.add(words.header(word.header()), value.text()));
    }
  }

  void writeWithType(Collection<Checksum> values, Headers.Builder answer) {
    write(values, answer);
    type(values).ifPresent(type -> answer.add(words.header(TYPE), type.name()));
  }

  void write(Collection<Checksum> values, XmlWriter xml) {
    for (Checksum value : values) {
      checksums
          .find(value.algorithm())
          .ifPresent(word -> xml.element(word.element(), value.text()));
    }
  }

  void writeWithType(Collection<Checksum> values, XmlWriter xml) {
    write(values, xml);
    type(values).ifPresent(type -> xml.element("ChecksumType", type.name()));
  }

  private Optional<Checksum.Type> type(Collection<Checksum> values) {
    return values.stream()
        .filter(value -> checksums.find(value.algorithm()).isPresent())
        .map(Checksum::type)
        .findFirst();
  }

  /** The type that a client names. */
  Optional<Checksum.Type> readType(Headers headers) {
    return headers
        .first(words.header(TYPE))
        .map(
            value ->
                switch (value) {
                  case "COMPOSITE" -> Checksum.Type.COMPOSITE;
                  case "FULL_OBJECT" -> Checksum.Type.FULL_OBJECT;
                  default ->
                      throw new Failure.InvalidRequest(
                              "Value for " + words.header(TYPE) + " header is invalid.")
                          .exception();
                });
  }

  /** The algorithm that a client asks for, of a copy or an upload. */
  Optional<ChecksumWords.Word> readAlgorithm(Headers headers) {
    return headers.first(words.header("checksum-algorithm")).map(this::algorithm);
  }

  private ChecksumWords.Word algorithm(String text) {
    if (checksums.unbuilt().contains(text)) {
      throw new Failure.NotImplemented(words.header("checksum-algorithm") + ": " + text)
          .exception();
    }
    return checksums
        .parse(text)
        .orElseThrow(
            () ->
                new Failure.InvalidRequest(
                        "Checksum algorithm provided is unsupported. Please try again with any of"
                            + " the valid types: "
                            + checksums.words().stream().map(ChecksumWords.Word::text).toList())
                    .exception());
  }
}
