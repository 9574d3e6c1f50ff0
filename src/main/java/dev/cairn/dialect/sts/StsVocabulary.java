package dev.cairn.dialect.sts;

import dev.cairn.dialect.AclWords;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.ETagStyle;
import dev.cairn.dialect.Limits;
import dev.cairn.dialect.StorageClassWords;
import dev.cairn.dialect.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Set;

/** The words of AWS STS; it has none for objects. */
final class StsVocabulary {
  static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

  private StsVocabulary() {}

  static Vocabulary create() {
    return new Vocabulary(
        "sts",
        "x-amz-",
        "x-amz-meta-",
        NAMESPACE,
        "text/xml",
        Set.of("X-Amz-Signature", "X-Amz-Algorithm"),
        new ETagStyle(false, true),
        new StorageClassWords(new LinkedHashMap<>()),
        ChecksumWords.NONE,
        new Limits(0, 0, 0, 0, 0, 0, 0),
        AclWords.NONE);
  }
}
