package dev.cairn.dialect.oss;

import dev.cairn.core.object.ListObjects;
import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.ContinuationToken;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.KeyEncoding;
import dev.cairn.dialect.family.codec.Parameters;
import dev.cairn.model.Bucket;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.XmlWriter;
import java.util.Optional;

/** ListObjects, version 2: continued by a token, owners on demand. */
final class OssListObjectsV2Codec implements Codec<ListObjects, ListObjectsResult> {
  private static final String TOKEN = "continuation-token";
  private static final String START_AFTER = "start-after";

  private final OssObjectListing listing;

  OssListObjectsV2Codec(Vocabulary words) {
    this.listing = new OssObjectListing(words);
  }

  @Override
  public Decoded<ListObjects> decode(RequestHead head) {
    Parameters query = new Parameters(head.query());
    String after =
        query
            .findNonEmpty(TOKEN)
            .map(token -> ContinuationToken.read(TOKEN, token))
            .orElseGet(() -> query.text(START_AFTER));
    return Decoded.of(new ListObjects(listing.range(head, after)));
  }

  @Override
  public Answer encode(ListObjectsResult result, Exchange<ListObjects> exchange) {
    Listing<StoredObject> page = result.page();
    KeyEncoding keys = KeyEncoding.read(exchange.head());
    Parameters query = new Parameters(exchange.head().query());
    ListRange range = exchange.input().range();
    Bucket bucket = exchange.call().inBucket();
    XmlWriter xml = listing.begin(exchange.head()).element("Name", bucket.name().value());
    keys.element(xml, "Prefix", range.prefix());
    query.findNonEmpty(START_AFTER).ifPresent(after -> keys.element(xml, "StartAfter", after));
    query.findNonEmpty(TOKEN).ifPresent(token -> xml.element("ContinuationToken", token));
    xml.element("MaxKeys", range.limit());
    keys.element(xml, "Delimiter", range.delimiter());
    keys.say(xml);
    xml.element("IsTruncated", page.truncated());
    if (page.truncated()) {
      xml.element("NextContinuationToken", ContinuationToken.write(page.last()));
    }
    boolean owners = query.text("fetch-owner").equals("true");
    listing.entries(
        xml,
        page,
        keys,
        owners ? Optional.of(object -> result.owner(object, bucket)) : Optional.empty());
    xml.element("KeyCount", page.items().size() + (long) page.commonPrefixes().size());
    return Documents.answer(xml);
  }
}
