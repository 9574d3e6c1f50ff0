package dev.cairn.dialect.obs;

import dev.cairn.core.bucket.ListBuckets;
import dev.cairn.core.bucket.ListBucketsResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;
import java.util.List;
import java.util.Optional;

/**
 * ListBuckets. All of them, as the pages have it, unless {@code max-keys} or {@code marker} ask for
 * a page, as the SDK may.
 */
final class ObsListBucketsCodec implements Codec<ListBuckets, ListBucketsResult> {
  private static final String LIMIT = "max-keys";
  private static final String MARKER = "marker";
  private static final int ALL = 10_000;
  private static final String TYPE = "OBJECT";

  private final ObsForm form;
  private final Vocabulary words;
  private final Documents documents;
  private final Regions regions;

  ObsListBucketsCodec(ObsForm form, Regions regions) {
    this.form = form;
    this.words = ObsVocabulary.of(form);
    this.documents = new Documents(words);
    this.regions = regions;
  }

  @Override
  public Decoded<ListBuckets> decode(RequestHead head) {
    int limit = head.query().find(LIMIT).map(this::limit).orElse(ALL);
    return Decoded.of(new ListBuckets("", head.query().find(MARKER).orElse(""), limit));
  }

  private int limit(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new Failure.InvalidArgument(LIMIT, text, "must be a number").exception();
    }
    int limit = Integer.parseInt(text);
    int most = words.limits().listMaximum();
    return limit < 1 || limit > most ? most : limit;
  }

  @Override
  public Answer encode(ListBucketsResult result, Exchange<ListBuckets> exchange) {
    XmlWriter xml = documents.begin("ListAllMyBucketsResult", exchange.head());
    documents.account(xml, "Owner", result.owner());
    xml.start("Buckets");
    for (Bucket bucket : ofAskedType(result.buckets(), exchange.head())) {
      xml.start("Bucket")
          .element("Name", bucket.name().value())
          .element("CreationDate", IsoDates.format(bucket.createdAt()));
      if (form == ObsForm.NATIVE) {
        xml.element("Location", regions.of(bucket));
      }
      xml.element("BucketType", TYPE).end();
    }
    xml.end();
    page(xml, result, exchange);
    return Documents.answer(xml);
  }

  /** There is one type only, and the SDK names the header alike in both forms. */
  private static List<Bucket> ofAskedType(List<Bucket> buckets, RequestHead head) {
    Optional<String> asked = head.headers().first("x-obs-bucket-type");
    return asked.filter(type -> !type.equals(TYPE)).isPresent() ? List.of() : buckets;
  }

  private static void page(
      XmlWriter xml, ListBucketsResult result, Exchange<ListBuckets> exchange) {
    if (!exchange.head().query().has(LIMIT) && !exchange.head().query().has(MARKER)) {
      return;
    }
    xml.element("IsTruncated", result.truncated())
        .element("Marker", exchange.input().after())
        .element("MaxKeys", exchange.input().limit());
    if (result.truncated()) {
      xml.element("NextMarker", result.buckets().getLast().name().value());
    }
  }
}
