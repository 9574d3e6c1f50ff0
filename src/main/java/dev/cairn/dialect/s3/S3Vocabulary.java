package dev.cairn.dialect.s3;

import static dev.cairn.model.CannedAcl.AUTHENTICATED_READ;
import static dev.cairn.model.CannedAcl.AWS_EXEC_READ;
import static dev.cairn.model.CannedAcl.BUCKET_OWNER_FULL_CONTROL;
import static dev.cairn.model.CannedAcl.BUCKET_OWNER_READ;
import static dev.cairn.model.CannedAcl.LOG_DELIVERY_WRITE;
import static dev.cairn.model.CannedAcl.PRIVATE;
import static dev.cairn.model.CannedAcl.PUBLIC_READ;
import static dev.cairn.model.CannedAcl.PUBLIC_READ_WRITE;
import static dev.cairn.model.StorageClass.ARCHIVE;
import static dev.cairn.model.StorageClass.DEEP_ARCHIVE;
import static dev.cairn.model.StorageClass.INFREQUENT_ACCESS;
import static dev.cairn.model.StorageClass.INSTANT_ARCHIVE;
import static dev.cairn.model.StorageClass.INTELLIGENT_TIERING;
import static dev.cairn.model.StorageClass.ONE_ZONE_INFREQUENT_ACCESS;
import static dev.cairn.model.StorageClass.REDUCED_REDUNDANCY;
import static dev.cairn.model.StorageClass.STANDARD;

import dev.cairn.dialect.AclWords;
import dev.cairn.dialect.AclWords.Canned;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.ChecksumWords.Word;
import dev.cairn.dialect.ETagStyle;
import dev.cairn.dialect.Limits;
import dev.cairn.dialect.ObjectExtras;
import dev.cairn.dialect.StorageClassWords;
import dev.cairn.dialect.TagRules;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.StorageClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The words and limits of AWS S3. */
public final class S3Vocabulary {
  private static final long MIB = 1024L * 1024;

  private S3Vocabulary() {}

  public static Vocabulary create() {
    return new Vocabulary(
            "s3",
            "x-amz-",
            "x-amz-meta-",
            "http://s3.amazonaws.com/doc/2006-03-01/",
            "binary/octet-stream",
            Set.of("X-Amz-Signature", "X-Amz-Algorithm", "AWSAccessKeyId", "Signature"),
            new ETagStyle(false, true),
            storageClasses(),
            checksums(),
            new Limits(1024, 2 * 1024, 5 * 1024 * MIB, 10_000, 5 * MIB, 1000, 1000),
            acls())
        .with(new ObjectExtras(TagRules.AWS, true));
  }

  private static AclWords acls() {
    return new AclWords(
            Canned.of(
                "x-amz-acl",
                PRIVATE,
                PUBLIC_READ,
                PUBLIC_READ_WRITE,
                AUTHENTICATED_READ,
                LOG_DELIVERY_WRITE),
            Canned.of(
                "x-amz-acl",
                PRIVATE,
                PUBLIC_READ,
                PUBLIC_READ_WRITE,
                AUTHENTICATED_READ,
                AWS_EXEC_READ,
                BUCKET_OWNER_READ,
                BUCKET_OWNER_FULL_CONTROL))
        .granting("x-amz-", Set.of("id", "uri", "emailAddress"));
  }

  static StorageClassWords storageClasses() {
    LinkedHashMap<StorageClass, String> words = new LinkedHashMap<>();
    words.put(STANDARD, "STANDARD");
    words.put(REDUCED_REDUNDANCY, "REDUCED_REDUNDANCY");
    words.put(INTELLIGENT_TIERING, "INTELLIGENT_TIERING");
    words.put(INFREQUENT_ACCESS, "STANDARD_IA");
    words.put(ONE_ZONE_INFREQUENT_ACCESS, "ONEZONE_IA");
    words.put(INSTANT_ARCHIVE, "GLACIER_IR");
    words.put(ARCHIVE, "GLACIER");
    words.put(DEEP_ARCHIVE, "DEEP_ARCHIVE");
    return new StorageClassWords(words);
  }

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
}
