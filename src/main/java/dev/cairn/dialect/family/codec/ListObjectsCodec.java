package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.ListObjects;
import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.XmlWriter;
import java.util.Optional;

/** ListObjects, version 1. */
public final class ListObjectsCodec implements Codec<ListObjects, ListObjectsResult> {
  private final ObjectListing listing;
  private final Documents documents;

  public ListObjectsCodec(Vocabulary words) {
    this.listing = new ObjectListing(words);
    this.documents = new Documents(words);
  }

  @Override
  public Decoded<ListObjects> decode(RequestHead head) {
    Optional<String> version = head.query().find("list-type");
    if (version.isPresent()) {
      throw new Failure.InvalidArgument(
              "list-type", version.get(), "Invalid List Type specified in Request")
          .exception();
    }
    KeyEncoding.read(head);
    String marker = new Parameters(head.query()).text("marker");
    return Decoded.of(new ListObjects(listing.range(head, marker)));
  }

  @Override
  public Answer encode(ListObjectsResult result, Exchange<ListObjects> exchange) {
    Listing<StoredObject> page = result.page();
    KeyEncoding keys = KeyEncoding.read(exchange.head());
    ListRange range = exchange.input().range();
    Bucket bucket = exchange.call().inBucket();
    XmlWriter xml =
        documents.begin("ListBucketResult", exchange.head()).element("Name", bucket.name().value());
    keys.element(xml, "Prefix", range.prefix());
    keys.element(xml, "Marker", range.after());
    // Without a delimiter, the last key is the marker: so it was specified.
    if (page.truncated() && !range.delimiter().isEmpty()) {
      keys.element(xml, "NextMarker", page.last());
    }
    listing.limits(xml, range, keys, page.truncated());
    listing.entries(
        xml, page, keys, Optional.of(object -> result.owner(object, bucket)), exchange.head());
    return Documents.answer(xml);
  }
}
