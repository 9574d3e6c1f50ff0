package dev.cairn.dialect.s2;

import static dev.cairn.model.CannedAcl.AUTHENTICATED_READ;
import static dev.cairn.model.CannedAcl.PRIVATE;
import static dev.cairn.model.CannedAcl.PUBLIC_READ;
import static dev.cairn.model.CannedAcl.PUBLIC_READ_WRITE;

import dev.cairn.dialect.AclWords;
import dev.cairn.dialect.AclWords.Canned;
import dev.cairn.dialect.AnsweredDigests;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.ChecksumWords.Word;
import dev.cairn.dialect.Decoded.Surplus;
import dev.cairn.dialect.ETagStyle;
import dev.cairn.dialect.Limits;
import dev.cairn.dialect.ObjectExtras;
import dev.cairn.dialect.StorageClassWords;
import dev.cairn.dialect.TagRules;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.XmlStyle;
import dev.cairn.model.Account;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Grantee.Group;
import dev.cairn.model.StorageClass;
import dev.cairn.protocol.XmlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words and limits of BaishanCloud S2: AWS's words, limits of its own. */
final class S2Vocabulary {
  /** User metadata that the service itself writes. */
  static final String RESERVED_METADATA = "x-amz-meta-s2-";

  /** Ids that are nobody's but a group's. */
  static final String EVERYONE = "GRPS000000ANONYMOUSE";

  static final String AUTHENTICATED = "GRPS0000000CANONICAL";

  private static final int KEY_BYTES = 512;
  private static final int METADATA_BYTES = 64 * 1024;
  static final long OBJECT_BYTES = 1L << 40;
  private static final long APPEND_BYTES = 20L << 30;
  private static final long PART_BYTES = 512L << 20;
  private static final int PARTS = 2000;

  /** Any part may be as small as it likes. */
  private static final long NO_MINIMUM = 0;

  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  /** Shown to readers, of objects of which it is known. */
  private static final AnsweredDigests CRC32 =
      new AnsweredDigests(
          List.of(
              new AnsweredDigests.Entry(
                  DigestAlgorithm.CRC32,
                  RESERVED_METADATA + "crc32",
                  AnsweredDigests.Notation.HEX)),
          false);

  private S2Vocabulary() {}

  /** Of everything but parts. */
  static Vocabulary create() {
    return with(new Limits(KEY_BYTES, METADATA_BYTES, OBJECT_BYTES, PARTS, NO_MINIMUM, 1000, 1000));
  }

  /** Of parts, sent, copied or listed: smaller than an object, and more of them to a page. */
  static Vocabulary ofParts() {
    return with(new Limits(KEY_BYTES, METADATA_BYTES, PART_BYTES, PARTS, NO_MINIMUM, 2048, 2048));
  }

  /** Of listings in JSON, whose pages are smaller unless another size is asked for. */
  static Vocabulary ofJson() {
    return with(new Limits(KEY_BYTES, METADATA_BYTES, OBJECT_BYTES, PARTS, NO_MINIMUM, 400, 1000));
  }

  /** Of appends, each of which is smaller than the object may become. */
  static Vocabulary ofAppends() {
    return with(new Limits(KEY_BYTES, METADATA_BYTES, APPEND_BYTES, PARTS, NO_MINIMUM, 1000, 1000));
  }

  /** The same for answers to clients that say nothing of AWS's checksums. */
  static Vocabulary withoutChecksums(Vocabulary words) {
    return with(words.limits(), ChecksumWords.NONE);
  }

  private static Vocabulary with(Limits limits) {
    return with(limits, checksums());
  }

  private static Vocabulary with(Limits limits, ChecksumWords checksums) {
    return new Vocabulary(
        "s2",
        "x-amz-",
        "x-amz-meta-",
        new XmlStyle(NAMESPACE, "", false, S2Vocabulary::account),
        "binary/octet-stream",
        Set.of("X-Amz-Signature", "X-Amz-Algorithm", "AWSAccessKeyId", "Signature"),
        new ETagStyle(false, true),
        new StorageClassWords(new LinkedHashMap<>(Map.of(StorageClass.STANDARD, "STANDARD"))),
        checksums,
        limits,
        CRC32,
        Surplus.REFUSED,
        new ObjectExtras(TagRules.AWS, false),
        acls());
  }

  private static AclWords acls() {
    Canned canned =
        Canned.of("x-amz-acl", PRIVATE, PUBLIC_READ, PUBLIC_READ_WRITE, AUTHENTICATED_READ);
    return new AclWords(canned, canned)
        .granting("x-amz-", Set.of("id", "uri", "emailAddress"))
        .naming(Map.of(EVERYONE, Group.EVERYONE, AUTHENTICATED, Group.AUTHENTICATED));
  }

  /** Its pages know Content-MD5 alone; the SDKs that speak to it send AWS's others too. */
  private static ChecksumWords checksums() {
    return new ChecksumWords(
        List.of(
            new Word(DigestAlgorithm.CRC32, "CRC32"),
            new Word(DigestAlgorithm.CRC32C, "CRC32C"),
            new Word(DigestAlgorithm.CRC64NVME, "CRC64NVME"),
            new Word(DigestAlgorithm.SHA1, "SHA1"),
            new Word(DigestAlgorithm.SHA256, "SHA256")),
        Set.of("SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"));
  }

  /** Who began an upload has no name, as the page of ListParts has it. */
  private static void account(XmlWriter xml, String element, Account account) {
    xml.start(element)
        .element("ID", account.id().value())
        .element("DisplayName", element.equals("Initiator") ? "" : account.displayName())
        .end();
  }
}
