package dev.cairn.dialect;

import dev.cairn.model.DigestAlgorithm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The checksums that a dialect's clients may ask for, and their words: {@code CRC32} stands in
 * {@code x-amz-checksum-crc32}, in {@code ChecksumCRC32}, and alone.
 *
 * @param unbuilt words that the vendor documents and we cannot compute
 */
public record ChecksumWords(List<Word> words, Set<String> unbuilt) {
  /** None: the dialect has no such headers. */
  public static final ChecksumWords NONE = new ChecksumWords(List.of(), Set.of());

  /** Those of AWS, which its SDKs send to whatever they take for S3. */
  public static ChecksumWords aws() {
    return new ChecksumWords(
        List.of(
            new Word(DigestAlgorithm.CRC32, "CRC32"),
            new Word(DigestAlgorithm.CRC32C, "CRC32C"),
            new Word(DigestAlgorithm.CRC64NVME, "CRC64NVME"),
            new Word(DigestAlgorithm.SHA1, "SHA1"),
            new Word(DigestAlgorithm.SHA256, "SHA256")),
        Set.of("SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"));
  }

  /** One algorithm. */
  public record Word(DigestAlgorithm algorithm, String text) {
    /** What follows the dialect's prefix in the header's name. */
    public String header() {
      return "checksum-" + text.toLowerCase(Locale.ROOT);
    }

    /** The element's name. */
    public String element() {
      return "Checksum" + text;
    }
  }

  public ChecksumWords {
    words = List.copyOf(words);
    unbuilt = Set.copyOf(unbuilt);
  }

  public Optional<Word> find(DigestAlgorithm algorithm) {
    return words.stream().filter(word -> word.algorithm() == algorithm).findFirst();
  }

  /** The algorithm of a word, whatever its letter case. */
  public Optional<Word> parse(String text) {
    return words.stream().filter(word -> word.text().equalsIgnoreCase(text)).findFirst();
  }
}
