package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Account;
import dev.cairn.model.Checksum;
import dev.cairn.model.Restoration;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What both versions of ListObjects have in common. */
final class ObjectListing {
  /** Bytes of an entry whose key is of a usual length. */
  private static final int USUAL_ENTRY = 320;

  private final Vocabulary words;
  private final Documents documents;

  ObjectListing(Vocabulary words) {
    this.words = words;
    this.documents = new Documents(words);
  }

  /** The range that the parameters name, beyond {@code after}. */
  ListRange range(RequestHead head, String after) {
    Parameters query = new Parameters(head.query());
    return new ListRange(
        query.text("prefix"),
        query.text("delimiter"),
        after,
        query.pageSize("max-keys", words.limits().listDefault(), words.limits().listMaximum()));
  }

  /** What is listed, and how much. */
  void limits(XmlWriter xml, ListRange range, KeyEncoding keys, boolean truncated) {
    xml.element("MaxKeys", range.limit());
    if (!range.delimiter().isEmpty()) {
      keys.element(xml, "Delimiter", range.delimiter());
    }
    keys.say(xml);
    xml.element("IsTruncated", truncated);
  }

  /**
   * The entries of a page.
   *
   * @param owners of each object, where they are shown
   */
  void entries(
      XmlWriter xml,
      Listing<StoredObject> page,
      KeyEncoding keys,
      Optional<Function<StoredObject, Account>> owners,
      RequestHead head) {
    boolean restorations = wantsRestorations(head);
    xml.expecting(page.items().size() * USUAL_ENTRY);
    page.items()
        .forEach(
            object ->
                contents(
                    xml, object, keys, owners.map(owner -> owner.apply(object)), restorations));
    commonPrefixes(xml, page.commonPrefixes(), keys);
  }

  static void commonPrefixes(XmlWriter xml, List<String> prefixes, KeyEncoding keys) {
    for (String prefix : prefixes) {
      xml.start("CommonPrefixes");
      keys.element(xml, "Prefix", prefix);
      xml.end();
    }
  }

  private void contents(
      XmlWriter xml,
      StoredObject object,
      KeyEncoding keys,
      Optional<Account> owner,
      boolean restorations) {
    xml.start("Contents");
    keys.element(xml, "Key", object.key().value());
    xml.element("LastModified", IsoDates.format(object.lastModified()));
    xml.element("ETag", words.eTags().xml(object.eTag()));
    checksums(xml, object.checksums());
    xml.element("Size", object.size());
    owner.ifPresent(account -> documents.account(xml, "Owner", account));
    xml.element(
        "StorageClass",
        words
            .storageClasses()
            .nearest(object.metadata().storageClass().orElse(StorageClass.STANDARD)));
    if (restorations) {
      object.restoration().ifPresent(it -> restoration(xml, it));
    }
    xml.end();
  }

  private boolean wantsRestorations(RequestHead head) {
    return head.headers().all(words.header("optional-object-attributes")).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .anyMatch(attribute -> attribute.strip().equals("RestoreStatus"));
  }

  private static void restoration(XmlWriter xml, Restoration restoration) {
    xml.start("RestoreStatus").element("IsRestoreInProgress", restoration.ongoing());
    if (!restoration.ongoing()) {
      xml.element("RestoreExpiryDate", IsoDates.format(restoration.expiresAt()));
    }
    xml.end();
  }

  private void checksums(XmlWriter xml, List<Checksum> checksums) {
    Optional<Checksum.Type> type = Optional.empty();
    for (Checksum checksum : checksums) {
      var word = words.checksums().find(checksum.algorithm());
      if (word.isPresent()) {
        xml.element("ChecksumAlgorithm", word.get().text());
        type = Optional.of(checksum.type());
      }
    }
    type.ifPresent(known -> xml.element("ChecksumType", known.name()));
  }
}
