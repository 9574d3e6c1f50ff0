package dev.cairn.persistence;

import dev.cairn.model.Checksum;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.DigestAlgorithm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The documents that say what an object has besides its bytes; null where it has nothing. */
final class MetadataJson {
  static final String CONTENT_TYPE = "contentType";
  private static final String CACHE_CONTROL = "cacheControl";
  private static final String CONTENT_DISPOSITION = "contentDisposition";
  private static final String CONTENT_ENCODING = "contentEncoding";
  private static final String CONTENT_LANGUAGE = "contentLanguage";
  private static final String EXPIRES = "expires";

  private static final String ALGORITHM = "algorithm";
  private static final String TYPE = "type";
  private static final String VALUE = "value";
  private static final String PARTS = "parts";

  private MetadataJson() {}

  static JsonObject ofHeaders(ContentHeaders headers) {
    JsonObject json = new JsonObject();
    headers.contentType().ifPresent(text -> json.put(CONTENT_TYPE, text));
    headers.cacheControl().ifPresent(text -> json.put(CACHE_CONTROL, text));
    headers.contentDisposition().ifPresent(text -> json.put(CONTENT_DISPOSITION, text));
    headers.contentEncoding().ifPresent(text -> json.put(CONTENT_ENCODING, text));
    headers.contentLanguage().ifPresent(text -> json.put(CONTENT_LANGUAGE, text));
    headers.expires().ifPresent(text -> json.put(EXPIRES, text));
    return json.isEmpty() ? null : json;
  }

  static ContentHeaders headers(JsonObject json) {
    if (json == null) {
      return ContentHeaders.NONE;
    }
    return new ContentHeaders(
        text(json, CONTENT_TYPE),
        text(json, CACHE_CONTROL),
        text(json, CONTENT_DISPOSITION),
        text(json, CONTENT_ENCODING),
        text(json, CONTENT_LANGUAGE),
        text(json, EXPIRES));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name));
  }

  static JsonObject ofUserMetadata(Map<String, String> user) {
    if (user.isEmpty()) {
      return null;
    }
    JsonObject json = new JsonObject();
    user.forEach(json::put);
    return json;
  }

  static SequencedMap<String, String> userMetadata(JsonObject json) {
    TreeMap<String, String> user = new TreeMap<>();
    if (json != null) {
      json.forEach(entry -> user.put(entry.getKey(), (String) entry.getValue()));
    }
    return user;
  }

  /** Pairs, since the members of a jsonb object lose their order. */
  static JsonArray ofTags(SequencedMap<String, String> tags) {
    if (tags.isEmpty()) {
      return null;
    }
    JsonArray json = new JsonArray();
    tags.forEach((key, value) -> json.add(new JsonArray().add(key).add(value)));
    return json;
  }

  static SequencedMap<String, String> tags(JsonArray json) {
    SequencedMap<String, String> tags = new LinkedHashMap<>();
    if (json != null) {
      for (int i = 0; i < json.size(); i++) {
        JsonArray pair = json.getJsonArray(i);
        tags.put(pair.getString(0), pair.getString(1));
      }
    }
    return tags;
  }

  static JsonArray ofChecksums(List<Checksum> checksums) {
    if (checksums.isEmpty()) {
      return null;
    }
    JsonArray json = new JsonArray();
    for (Checksum checksum : checksums) {
      json.add(
          new JsonObject()
              .put(ALGORITHM, checksum.algorithm().name())
              .put(TYPE, checksum.type().name())
              .put(VALUE, checksum.value())
              .put(PARTS, checksum.parts()));
    }
    return json;
  }

  static List<Checksum> checksums(JsonArray json) {
    if (json == null) {
      return List.of();
    }
    return json.stream().map(element -> checksum((JsonObject) element)).toList();
  }

  private static Checksum checksum(JsonObject json) {
    return new Checksum(
        DigestAlgorithm.valueOf(json.getString(ALGORITHM)),
        Checksum.Type.valueOf(json.getString(TYPE)),
        json.getBinary(VALUE),
        json.getInteger(PARTS));
  }
}
