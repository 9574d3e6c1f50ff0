package dev.cairn.dialect.family.codec;

import dev.cairn.core.bucket.ListBuckets;
import dev.cairn.core.bucket.ListBucketsResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;
import java.util.Optional;

/** ListBuckets. */
public final class ListBucketsCodec implements Codec<ListBuckets, ListBucketsResult> {
  private static final String TOKEN = "continuation-token";
  private static final int MAXIMUM = 10_000;

  private final Documents documents;
  private final Regions regions;

  public ListBucketsCodec(Vocabulary words, Regions regions) {
    this.documents = new Documents(words);
    this.regions = regions;
  }

  @Override
  public Decoded<ListBuckets> decode(RequestHead head) {
    Parameters query = new Parameters(head.query());
    int limit = query.number("max-buckets", MAXIMUM);
    if (limit < 1 || limit > MAXIMUM) {
      throw new Failure.InvalidArgument(
              "max-buckets",
              Integer.toString(limit),
              "Argument max-buckets must be an integer between 1 and " + MAXIMUM)
          .exception();
    }
    String after = query.find(TOKEN).map(token -> ContinuationToken.read(TOKEN, token)).orElse("");
    return Decoded.of(new ListBuckets(query.text("prefix"), after, limit));
  }

  @Override
  public Answer encode(ListBucketsResult result, Exchange<ListBuckets> exchange) {
    // A page may hold fewer buckets than asked for: the others of its stretch are elsewhere.
    Optional<String> region = new Parameters(exchange.head().query()).findNonEmpty("bucket-region");
    XmlWriter xml = documents.begin("ListAllMyBucketsResult", exchange.head());
    documents.account(xml, "Owner", result.owner());
    xml.start("Buckets");
    for (Bucket bucket : result.buckets()) {
      if (region.isEmpty() || region.get().equals(regions.of(bucket))) {
        xml.start("Bucket")
            .element("Name", bucket.name().value())
            .element("CreationDate", IsoDates.format(bucket.createdAt()))
            .element("BucketRegion", regions.of(bucket))
            .end();
      }
    }
    xml.end();
    if (!exchange.input().prefix().isEmpty()) {
      xml.element("Prefix", exchange.input().prefix());
    }
    if (result.truncated() && !result.buckets().isEmpty()) {
      String last = result.buckets().getLast().name().value();
      xml.element("ContinuationToken", ContinuationToken.write(last));
    }
    return Documents.answer(xml);
  }
}
