package dev.cairn.dialect.oss;

import static dev.cairn.model.CannedAcl.PRIVATE;
import static dev.cairn.model.CannedAcl.PUBLIC_READ;
import static dev.cairn.model.CannedAcl.PUBLIC_READ_WRITE;
import static dev.cairn.model.StorageClass.ARCHIVE;
import static dev.cairn.model.StorageClass.DEEP_ARCHIVE;
import static dev.cairn.model.StorageClass.DEEP_COLD_ARCHIVE;
import static dev.cairn.model.StorageClass.INFREQUENT_ACCESS;
import static dev.cairn.model.StorageClass.STANDARD;

import dev.cairn.core.multipart.PartsETag;
import dev.cairn.dialect.AclWords;
import dev.cairn.dialect.AclWords.Canned;
import dev.cairn.dialect.AnsweredDigests;
import dev.cairn.dialect.AnsweredDigests.Entry;
import dev.cairn.dialect.AnsweredDigests.Notation;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.Decoded.Surplus;
import dev.cairn.dialect.ETagStyle;
import dev.cairn.dialect.Limits;
import dev.cairn.dialect.ObjectExtras;
import dev.cairn.dialect.StorageClassWords;
import dev.cairn.dialect.TagRules;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.XmlStyle;
import dev.cairn.model.Acl;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.StorageClass;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words and limits of Alibaba Cloud OSS. */
public final class OssVocabulary {
  private static final int KIB = 1024;
  private static final long GIB = 1L << 30;

  /** Entries of a page of objects that asks for no number; and at most, of any page. */
  private static final int OBJECTS_A_PAGE = 100;

  static final int LARGEST_PAGE = 1000;

  private static final TagRules TAGS =
      new TagRules(
          10,
          Pattern.compile("[\\p{L}\\p{N} +\\-=._:/]{1,128}"),
          Pattern.compile("[\\p{L}\\p{N} +\\-=._:/]{0,256}"),
          false);

  private OssVocabulary() {}

  public static Vocabulary create() {
    return with(OBJECTS_A_PAGE, 5 * GIB);
  }

  /** The same for lists of parts and uploads, whose pages are larger. */
  static Vocabulary ofUploads() {
    return with(LARGEST_PAGE, 5 * GIB);
  }

  /** The same for copies of whole objects, which are smaller; others are copied in parts. */
  static Vocabulary ofCopies() {
    return with(OBJECTS_A_PAGE, GIB);
  }

  private static Vocabulary with(int entries, long entityBytes) {
    return new Vocabulary(
        "oss",
        "x-oss-",
        "x-oss-meta-",
        XmlStyle.plain(""),
        "application/octet-stream",
        Set.of("OSSAccessKeyId", "x-oss-signature", "x-oss-signature-version"),
        new ETagStyle(true, true, PartsETag.HEX_TEXT),
        storageClasses(),
        ChecksumWords.NONE,
        new Limits(1023, 8 * KIB, entityBytes, 10_000, 100 * KIB, entries, LARGEST_PAGE),
        new AnsweredDigests(
            List.of(new Entry(DigestAlgorithm.CRC64ECMA, "x-oss-hash-crc64ecma", Notation.DECIMAL)),
            true),
        Surplus.DROPPED,
        new ObjectExtras(TAGS, false),
        acls());
  }

  private static AclWords acls() {
    Canned ofBuckets = Canned.of("x-oss-acl", PRIVATE, PUBLIC_READ, PUBLIC_READ_WRITE);
    Map<String, Acl> ofObjects = new HashMap<>(ofBuckets.words());
    ofObjects.put("default", new Acl.Inherited());
    return new AclWords(ofBuckets, new Canned("x-oss-object-acl", ofObjects)).inheriting();
  }

  private static StorageClassWords storageClasses() {
    LinkedHashMap<StorageClass, String> words = new LinkedHashMap<>();
    words.put(STANDARD, "Standard");
    words.put(INFREQUENT_ACCESS, "IA");
    words.put(ARCHIVE, "Archive");
    words.put(DEEP_ARCHIVE, "ColdArchive");
    words.put(DEEP_COLD_ARCHIVE, "DeepColdArchive");
    return new StorageClassWords(words);
  }
}
