package dev.cairn.dialect.oss;

import dev.cairn.core.object.ListObjects;
import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.KeyEncoding;
import dev.cairn.dialect.family.codec.Parameters;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.XmlWriter;
import java.util.Optional;

/** ListObjects, version 1: every page names the marker of the next. */
final class OssListObjectsCodec implements Codec<ListObjects, ListObjectsResult> {
  private final OssObjectListing listing;

  OssListObjectsCodec(Vocabulary words) {
    this.listing = new OssObjectListing(words);
  }

  @Override
  public Decoded<ListObjects> decode(RequestHead head) {
    Optional<String> version = head.query().find("list-type");
    if (version.isPresent()) {
      throw new Failure.InvalidArgument("list-type", version.get(), "must be 2").exception();
    }
    String marker = new Parameters(head.query()).text("marker");
    return Decoded.of(new ListObjects(listing.range(head, marker)));
  }

  @Override
  public Answer encode(ListObjectsResult result, Exchange<ListObjects> exchange) {
    Listing<StoredObject> page = result.page();
    KeyEncoding keys = KeyEncoding.read(exchange.head());
    ListRange range = exchange.input().range();
    Bucket bucket = exchange.call().inBucket();
    XmlWriter xml = listing.begin(exchange.head()).element("Name", bucket.name().value());
    keys.element(xml, "Prefix", range.prefix());
    keys.element(xml, "Marker", range.after());
    xml.element("MaxKeys", range.limit());
    keys.element(xml, "Delimiter", range.delimiter());
    keys.say(xml);
    xml.element("IsTruncated", page.truncated());
    if (page.truncated()) {
      keys.element(xml, "NextMarker", page.last());
    }
    listing.entries(xml, page, keys, Optional.of(object -> result.owner(object, bucket)));
    return Documents.answer(xml);
  }
}
