package dev.cairn.dialect.obs;

import static dev.cairn.model.CannedAcl.AUTHENTICATED_READ;
import static dev.cairn.model.CannedAcl.BUCKET_OWNER_FULL_CONTROL;
import static dev.cairn.model.CannedAcl.BUCKET_OWNER_READ;
import static dev.cairn.model.CannedAcl.LOG_DELIVERY_WRITE;
import static dev.cairn.model.CannedAcl.PRIVATE;
import static dev.cairn.model.CannedAcl.PUBLIC_READ;
import static dev.cairn.model.CannedAcl.PUBLIC_READ_DELIVERED;
import static dev.cairn.model.CannedAcl.PUBLIC_READ_WRITE;
import static dev.cairn.model.CannedAcl.PUBLIC_READ_WRITE_DELIVERED;
import static dev.cairn.model.StorageClass.ARCHIVE;
import static dev.cairn.model.StorageClass.DEEP_ARCHIVE;
import static dev.cairn.model.StorageClass.INFREQUENT_ACCESS;
import static dev.cairn.model.StorageClass.STANDARD;

import dev.cairn.dialect.AccountStyle;
import dev.cairn.dialect.AclWords;
import dev.cairn.dialect.AclWords.Canned;
import dev.cairn.dialect.AclWords.GrantHeader;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.ETagStyle;
import dev.cairn.dialect.Limits;
import dev.cairn.dialect.ObjectExtras;
import dev.cairn.dialect.StorageClassWords;
import dev.cairn.dialect.TagRules;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.XmlStyle;
import dev.cairn.model.Account;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.StorageClass;
import dev.cairn.protocol.XmlWriter;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words and limits of OBS: what both forms share, and where they differ. */
public final class ObsVocabulary {
  /** Stands in the namespace where the Host names no domain of OBS. */
  static final String DOMAIN = "obs.localhost";

  private static final String NAMESPACE = "http://{domain}/doc/2015-06-30/";
  private static final String CONTENT_TYPE = "binary/octet-stream";
  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  /** Only the native form has tags of objects. */
  private static final TagRules TAGS =
      new TagRules(
          10,
          Pattern.compile("(?! )[^,/|<>=*\\\\\\p{Cntrl}]{1,36}(?<! )"),
          Pattern.compile("[^,/|<>=*\\\\\\p{Cntrl}]{0,43}"),
          true);

  private ObsVocabulary() {}

  /** Of everything. */
  public static Vocabulary of(ObsForm form) {
    return of(form, true);
  }

  /** Of the listing of objects as the page of the form that is S3's prints it: no quotes. */
  static Vocabulary ofPrintedListing(ObsForm form) {
    return of(form, form == ObsForm.NATIVE);
  }

  private static Vocabulary of(ObsForm form, boolean quotedInXml) {
    return switch (form) {
      case S3 ->
          new Vocabulary(
                  "obs-s3",
                  "x-amz-",
                  "x-amz-meta-",
                  new XmlStyle(NAMESPACE, DOMAIN, true, AccountStyle.NAMED),
                  CONTENT_TYPE,
                  Set.of("X-Amz-Signature", "X-Amz-Algorithm", "AWSAccessKeyId", "Signature"),
                  new ETagStyle(false, quotedInXml),
                  s3Classes(),
                  ChecksumWords.aws(),
                  limits((int) (2 * KIB), 5 * MIB),
                  s3Acls())
              .with(new ObjectExtras(Optional.empty(), true));
      case NATIVE ->
          new Vocabulary(
                  "obs",
                  "x-obs-",
                  "x-obs-meta-",
                  new XmlStyle(NAMESPACE, DOMAIN, true, ObsVocabulary::account),
                  CONTENT_TYPE,
                  Set.of("AccessKeyId", "Signature"),
                  new ETagStyle(false, quotedInXml),
                  nativeClasses(),
                  ChecksumWords.NONE,
                  limits((int) (8 * KIB), 100 * KIB),
                  nativeAcls())
              .with(new ObjectExtras(TAGS, true));
    };
  }

  private static AclWords s3Acls() {
    Canned canned =
        Canned.of(
            "x-amz-acl",
            PRIVATE,
            PUBLIC_READ,
            PUBLIC_READ_WRITE,
            AUTHENTICATED_READ,
            BUCKET_OWNER_READ,
            BUCKET_OWNER_FULL_CONTROL,
            LOG_DELIVERY_WRITE);
    return new AclWords(canned, canned);
  }

  /** What is delivered goes from a bucket to its objects: no object's own list can be. */
  private static AclWords nativeAcls() {
    return new AclWords(
            Canned.of(
                "x-obs-acl",
                PRIVATE,
                PUBLIC_READ,
                PUBLIC_READ_WRITE,
                PUBLIC_READ_DELIVERED,
                PUBLIC_READ_WRITE_DELIVERED,
                AUTHENTICATED_READ,
                BUCKET_OWNER_READ,
                BUCKET_OWNER_FULL_CONTROL,
                LOG_DELIVERY_WRITE),
            Canned.of(
                "x-obs-acl",
                PRIVATE,
                PUBLIC_READ,
                PUBLIC_READ_WRITE,
                AUTHENTICATED_READ,
                BUCKET_OWNER_READ,
                BUCKET_OWNER_FULL_CONTROL,
                LOG_DELIVERY_WRITE))
        .granting("x-obs-", Set.of("id"))
        .granting(new GrantHeader("x-obs-grant-read-delivered", Right.READ, true))
        .granting(new GrantHeader("x-obs-grant-full-control-delivered", Right.FULL_CONTROL, true));
  }

  private static Limits limits(int metadataBytes, long minimumPartBytes) {
    return new Limits(1024, metadataBytes, 5 * 1024 * MIB, 10_000, minimumPartBytes, 1000, 1000);
  }

  private static StorageClassWords s3Classes() {
    LinkedHashMap<StorageClass, String> words = new LinkedHashMap<>();
    words.put(STANDARD, "STANDARD");
    words.put(INFREQUENT_ACCESS, "STANDARD_IA");
    words.put(ARCHIVE, "GLACIER");
    return new StorageClassWords(words);
  }

  private static StorageClassWords nativeClasses() {
    LinkedHashMap<StorageClass, String> words = new LinkedHashMap<>();
    words.put(STANDARD, "STANDARD");
    words.put(INFREQUENT_ACCESS, "WARM");
    words.put(ARCHIVE, "COLD");
    // The pages stop at COLD; the SDK goes on.
    words.put(DEEP_ARCHIVE, "DEEP_ARCHIVE");
    return new StorageClassWords(words);
  }

  /** Ids only; who initiates is a user of a domain, and every account here is both. */
  private static void account(XmlWriter xml, String element, Account account) {
    String id = account.id().value();
    String shown = element.equals("Initiator") ? "domainID/" + id + ":userID/" + id : id;
    xml.start(element).element("ID", shown).end();
  }
}
