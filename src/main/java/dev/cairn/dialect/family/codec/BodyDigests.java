package dev.cairn.dialect.family.codec;

import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Claims.Claimed;
import dev.cairn.dialect.AnsweredDigests;
import dev.cairn.dialect.ChecksumWords.Word;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.protocol.Headers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a head says of its body's digests: values that it claims, and one that a trailer
 * brings.
 */
final class BodyDigests {
  private static final String CONTENT_MD5 = "Content-MD5";

  private final Vocabulary words;
  private final Map<String, Word> headers = new LinkedHashMap<>();
  private final List<String> unbuilt;

  BodyDigests(Vocabulary words) {
    this.words = words;
    for (Word word : words.checksums().words()) {
      headers.put(words.header(word.header()), word);
    }
    this.unbuilt =
        words.checksums().unbuilt().stream()
            .map(word -> words.header("checksum-" + word.toLowerCase(Locale.ROOT)))
            .toList();
  }

  /**
   * @param claims values that stand in the head
   * @param wanted checksums to compute beside those that are claimed: the trailer's
   */
  record Announced(Claims claims, Set<DigestAlgorithm> wanted) {
    /** What is wanted, and what the dialect answers unasked. */
    Set<DigestAlgorithm> withAnswered(AnsweredDigests answered) {
      Set<DigestAlgorithm> all = new HashSet<>(wanted);
      all.addAll(answered.algorithms());
      return all;
    }
  }

  Announced read(Headers headers) {
    List<Claimed> claims = new ArrayList<>();
    contentMd5(headers).ifPresent(claims::add);
    Optional<Claimed> checksum = checksum(headers);
    checksum.ifPresent(claims::add);
    Optional<DigestAlgorithm> trailer = trailer(headers);
    if (checksum.isPresent() && trailer.isPresent()) {
      throw severalChecksums();
    }
    checkSdkAlgorithm(headers, checksum.map(Claimed::algorithm).or(() -> trailer));
    return new Announced(new Claims(claims), trailer.map(Set::of).orElse(Set.of()));
  }

  /** Only the MD5: of a document whose checksum headers speak of something else. */
  Claims contentMd5Only(Headers headers) {
    return contentMd5(headers).map(md5 -> new Claims(List.of(md5))).orElse(Claims.NONE);
  }

  /** The one checksum header, as it was sent. */
  Optional<Sent> sentChecksum(Headers request) {
    refuseUnbuilt(request);
    List<Sent> sent = new ArrayList<>(1);
    headers.forEach(
        (name, word) ->
            request.first(name).ifPresent(value -> sent.add(new Sent(word, name, value))));
    if (sent.size() > 1) {
      throw severalChecksums();
    }
    return sent.stream().findFirst();
  }

  /** A checksum header. */
  record Sent(Word word, String header, String value) {
    /** The bytes, if that is what the value is. */
    Optional<byte[]> bytes() {
      return base64(value.strip(), word.algorithm().bytes());
    }

    RuntimeException malformed() {
      return new Failure.InvalidRequest("Value for " + header + " header is invalid.").exception();
    }
  }

  /** Decodes base64 of exactly so many bytes, padding and all. */
  static Optional<byte[]> base64(String text, int length) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(text);
      return canonical && bytes.length == length ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Claimed> contentMd5(Headers headers) {
    return headers
        .first(CONTENT_MD5)
        .map(
            value ->
                base64(value.strip(), DigestAlgorithm.MD5.bytes())
                    .orElseThrow(() -> new Failure.InvalidDigest(value).exception()))
        .map(md5 -> new Claimed(BadDigest.Claim.CONTENT_MD5, DigestAlgorithm.MD5, md5));
  }

  private Optional<Claimed> checksum(Headers headers) {
    return sentChecksum(headers)
        .map(
            sent ->
                new Claimed(
                    BadDigest.Claim.CHECKSUM,
                    sent.word().algorithm(),
                    sent.bytes().orElseThrow(sent::malformed)));
  }

  private Optional<DigestAlgorithm> trailer(Headers headers) {
    return headers.first(words.header("trailer")).map(this::announced);
  }

  private DigestAlgorithm announced(String trailer) {
    String name = trailer.strip().toLowerCase(Locale.ROOT);
    if (headers.containsKey(name)) {
      return headers.get(name).algorithm();
    }
    if (unbuilt.contains(name)) {
      throw new Failure.NotImplemented(name).exception();
    }
    throw new Failure.InvalidRequest(
            "The value specified in the " + words.header("trailer") + " header is not supported")
        .exception();
  }

  private void checkSdkAlgorithm(Headers headers, Optional<DigestAlgorithm> sent) {
    String name = words.header("sdk-checksum-algorithm");
    Optional<String> value = headers.first(name);
    if (value.isEmpty()) {
      return;
    }
    if (words.checksums().unbuilt().contains(value.get().toUpperCase(Locale.ROOT))) {
      throw new Failure.NotImplemented(name + ": " + value.get()).exception();
    }
    DigestAlgorithm stated =
        words
            .checksums()
            .parse(value.get())
            .map(Word::algorithm)
            .orElseThrow(
                () ->
                    new Failure.InvalidRequest("Value for " + name + " header is invalid.")
                        .exception());
    if (!sent.equals(Optional.of(stated))) {
      throw new Failure.InvalidRequest(
              "%s specified, but no corresponding %s or %s headers were found."
                  .formatted(name, words.header("checksum-*"), words.header("trailer")))
          .exception();
    }
  }

  private void refuseUnbuilt(Headers sent) {
    for (String header : unbuilt) {
      if (sent.has(header)) {
        throw new Failure.NotImplemented(header).exception();
      }
    }
  }

  private RuntimeException severalChecksums() {
    return new Failure.InvalidRequest(
            "Expecting a single "
                + words.header("checksum-")
                + " header. Multiple checksum Types are not allowed.")
        .exception();
  }
}
