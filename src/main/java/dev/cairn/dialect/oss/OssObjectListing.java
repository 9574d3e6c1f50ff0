package dev.cairn.dialect.oss;

import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.KeyEncoding;
import dev.cairn.dialect.family.codec.Parameters;
import dev.cairn.model.Account;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;
import java.util.Optional;
import java.util.function.Function;

/** What both versions of ListObjects have in common. */
final class OssObjectListing {
  private final Vocabulary words;
  private final OssETags eTags;
  private final Documents documents;
  private final OssPages pages;

  OssObjectListing(Vocabulary words) {
    this.words = words;
    this.eTags = new OssETags(words);
    this.documents = new Documents(words);
    this.pages = new OssPages(words.limits());
  }

  /** The range that the parameters name, beyond {@code after}. */
  ListRange range(RequestHead head, String after) {
    KeyEncoding.read(head);
    Parameters query = new Parameters(head.query());
    return new ListRange(
        query.text("prefix"), query.text("delimiter"), after, pages.size(head, "max-keys"));
  }

  XmlWriter begin(RequestHead head) {
    return documents.begin("ListBucketResult", head);
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
      Optional<Function<StoredObject, Account>> owners) {
    page.items()
        .forEach(object -> contents(xml, object, keys, owners.map(owner -> owner.apply(object))));
    for (String prefix : page.commonPrefixes()) {
      xml.start("CommonPrefixes");
      keys.element(xml, "Prefix", prefix);
      xml.end();
    }
  }

  private void contents(
      XmlWriter xml, StoredObject object, KeyEncoding keys, Optional<Account> owner) {
    xml.start("Contents");
    keys.element(xml, "Key", object.key().value());
    xml.element("LastModified", IsoDates.format(object.lastModified()))
        .element("ETag", eTags.xml(object))
        .element("Type", OssObjectTypes.of(object))
        .element("Size", object.size())
        .element(
            "StorageClass",
            words
                .storageClasses()
                .nearest(object.metadata().storageClass().orElse(StorageClass.STANDARD)));
    owner.ifPresent(account -> documents.account(xml, "Owner", account));
    xml.end();
  }
}
