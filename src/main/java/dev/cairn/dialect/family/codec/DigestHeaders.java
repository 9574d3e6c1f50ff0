package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.AnsweredDigests;
import dev.cairn.dialect.AnsweredDigests.Entry;
import dev.cairn.dialect.AnsweredDigests.Notation;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Checksum;
import dev.cairn.model.ETag;
import dev.cairn.protocol.Headers;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;

/** Writes the digests that a dialect answers unasked, where they are known. */
public final class DigestHeaders {
  private static final int MD5_DIGITS = 32;

  private final AnsweredDigests digests;

  public DigestHeaders(Vocabulary words) {
    this.digests = words.answered();
  }

  /** Those of a whole, or of one part. A composite is none: it says nothing of the bytes. */
  public void write(Collection<Checksum> known, Headers.Builder answer) {
    for (Entry entry : digests.entries()) {
      known.stream()
          .filter(c -> c.algorithm() == entry.algorithm() && c.type() == Checksum.Type.FULL_OBJECT)
          .findFirst()
          .ifPresent(c -> answer.add(entry.header(), text(c.value(), entry.notation())));
    }
  }

  /** The MD5 of what was written as a whole: then it is the ETag. */
  public void writeMd5(ETag eTag, Headers.Builder answer) {
    if (digests.contentMd5() && eTag.value().length() == MD5_DIGITS) {
      byte[] md5 = HexFormat.of().parseHex(eTag.value());
      answer.add("Content-MD5", Base64.getEncoder().encodeToString(md5));
    }
  }

  private static String text(byte[] value, Notation notation) {
    return switch (notation) {
      case DECIMAL -> new BigInteger(1, value).toString();
      case HEX -> HexFormat.of().formatHex(value);
    };
  }
}
