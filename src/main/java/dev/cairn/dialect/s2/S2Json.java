package dev.cairn.dialect.s2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.core.bucket.ListBucketsResult;
import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Account;
import dev.cairn.model.Bucket;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;

/** S2's listings in JSON, with the names and the order of its pages; null is what is not known. */
final class S2Json {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Headers TYPE =
      Headers.builder().add("Content-Type", "application/json").build();

  private final Vocabulary words;

  S2Json(Vocabulary words) {
    this.words = words;
  }

  /** Writes one document. */
  @FunctionalInterface
  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  static Answer buckets(ListBucketsResult result) {
    return answer(
        json -> {
          json.writeObjectFieldStart("Owner");
          json.writeStringField("DisplayName", result.owner().displayName());
          json.writeStringField("ID", result.owner().id().value());
          json.writeEndObject();
          json.writeObjectFieldStart("Buckets");
          json.writeArrayFieldStart("Bucket");
          for (Bucket bucket : result.buckets()) {
            json.writeStartObject();
            json.writeStringField("CreationDate", date(bucket.createdAt()));
            json.writeStringField("Name", bucket.name().value());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  Answer objects(Bucket bucket, ListRange range, ListObjectsResult result) {
    Listing<StoredObject> page = result.page();
    return answer(
        json -> {
          textOrNull(json, "Delimiter", range.delimiter());
          textOrNull(json, "Prefix", range.prefix());
          json.writeArrayFieldStart("CommonPrefixes");
          for (String prefix : page.commonPrefixes()) {
            json.writeStartObject();
            json.writeStringField("Prefix", prefix);
            json.writeEndObject();
          }
          json.writeEndArray();
          textOrNull(json, "Marker", range.after());
          json.writeNumberField("ContentsQuantity", page.items().size());
          json.writeNumberField("CommonPrefixesQuantity", page.commonPrefixes().size());
          textOrNull(json, "NextMarker", page.truncated() ? page.last() : "");
          json.writeBooleanField("IsTruncated", page.truncated());
          json.writeArrayFieldStart("Contents");
          for (StoredObject object : page.items()) {
            object(json, object, result.owner(object, bucket));
          }
          json.writeEndArray();
        });
  }

  private void object(JsonGenerator json, StoredObject object, Account owner) throws IOException {
    json.writeStartObject();
    textOrNull(json, "SHA1", sha1(object));
    json.writeStringField("Name", object.key().value());
    json.writeNullField("Expiration-Time");
    json.writeStringField("Last-Modified", date(object.lastModified()));
    json.writeStringField("Owner", owner.id().value());
    textOrNull(
        json, "MD5", object.kind() instanceof ObjectKind.Normal ? object.eTag().value() : "");
    json.writeStringField(
        "Content-Type", object.metadata().headers().contentType().orElse(words.contentType()));
    json.writeNumberField("Size", object.size());
    json.writeEndObject();
  }

  private static String sha1(StoredObject object) {
    return object.checksums().stream()
        .filter(c -> c.algorithm() == DigestAlgorithm.SHA1 && c.type() == Checksum.Type.FULL_OBJECT)
        .findFirst()
        .map(checksum -> HexFormat.of().formatHex(checksum.value()))
        .orElse("");
  }

  private static void textOrNull(JsonGenerator json, String name, String text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, text);
    }
  }

  /** As the pages have it: an HTTP date whose zone is called otherwise. */
  private static String date(Instant instant) {
    return HttpDates.format(instant).replace("GMT", "UTC");
  }

  private static Answer answer(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.document(200, TYPE, bytes.toByteArray());
  }
}
