package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.TagRules;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.Query.Parameter;
import dev.cairn.protocol.XmlReader;
import dev.cairn.protocol.XmlWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The tags of an object, as a header and as a document, by the rules of a dialect that has them.
 */
public final class Tags {
  private static final String ROOT = "Tagging";

  private final TagRules rules;
  private final String header;
  private final String count;

  private Tags(TagRules rules, Vocabulary words) {
    this.rules = rules;
    this.header = words.header("tagging");
    this.count = words.header("tagging-count");
  }

  /** Empty for a dialect without tags. */
  static Optional<Tags> find(Vocabulary words) {
    return words.extras().tags().map(rules -> new Tags(rules, words));
  }

  /** Of a dialect that has tags. */
  static Tags of(Vocabulary words) {
    return find(words).orElseThrow();
  }

  TagRules rules() {
    return rules;
  }

  /**
   * Those in the header: {@code a=b&c=d}, encoded like a query.
   *
   * @throws FailureException InvalidTag, TooManyTags; InvalidArgument for a header that cannot be
   *     read, or that names a key twice
   */
  SequencedMap<String, String> inHeader(Headers headers) {
    SequencedMap<String, String> tags = new LinkedHashMap<>();
    String text = String.join("&", headers.all(header));
    for (Parameter tag : pairs(text).parameters()) {
      if (tags.put(tag.name(), tag.value()) != null) {
        throw unreadable(text);
      }
    }
    return checked(tags);
  }

  private Query pairs(String text) {
    try {
      return Query.parse(text);
    } catch (FailureException e) {
      throw unreadable(text);
    }
  }

  private RuntimeException unreadable(String text) {
    return new Failure.InvalidArgument(
            header,
            text,
            "The header '"
                + header
                + "' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag"
                + " name duplicates.")
        .exception();
  }

  /**
   * Those of a document.
   *
   * @throws FailureException MalformedXml, InvalidTag, TooManyTags
   */
  public SequencedMap<String, String> inDocument(byte[] document) {
    return XmlReader.parse(document, ROOT, this::tagging);
  }

  private SequencedMap<String, String> tagging(XmlReader xml) {
    SequencedMap<String, String> tags = null;
    while (xml.next()) {
      if (tags != null || !xml.name().equals("TagSet")) {
        throw xml.malformed("Tagging has one TagSet and nothing else");
      }
      tags = tagSet(xml);
    }
    if (tags == null) {
      throw xml.malformed("Tagging without a TagSet");
    }
    return checked(tags);
  }

  private static SequencedMap<String, String> tagSet(XmlReader xml) {
    SequencedMap<String, String> tags = new LinkedHashMap<>();
    while (xml.next()) {
      if (!xml.name().equals("Tag")) {
        throw xml.malformed("TagSet has no " + xml.name());
      }
      Map<String, String> tag = tag(xml);
      String key = tag.get("Key");
      String value = tag.get("Value");
      if (key == null || value == null) {
        throw xml.malformed("a Tag without Key or Value");
      }
      if (tags.put(key, value) != null) {
        throw new Failure.InvalidTag(key, value, "Cannot provide multiple Tags with the same key")
            .exception();
      }
    }
    return tags;
  }

  private static Map<String, String> tag(XmlReader xml) {
    Map<String, String> tag = new LinkedHashMap<>();
    while (xml.next()) {
      String name = xml.name();
      if (!name.equals("Key") && !name.equals("Value")) {
        throw xml.malformed("Tag has no " + name);
      }
      if (tag.put(name, xml.text()) != null) {
        throw xml.malformed("a Tag with two of " + name);
      }
    }
    return tag;
  }

  private SequencedMap<String, String> checked(SequencedMap<String, String> tags) {
    if (tags.size() > rules.most()) {
      throw new Failure.TooManyTags(rules.most()).exception();
    }
    tags.forEach(
        (key, value) -> {
          if (!rules.keys().matcher(key).matches()) {
            throw refused(key, value, "The TagKey you have provided is invalid");
          }
          if (!rules.values().matcher(value).matches()) {
            throw refused(key, value, "The TagValue you have provided is invalid");
          }
        });
    return tags;
  }

  private static RuntimeException refused(String key, String value, String reason) {
    return new Failure.InvalidTag(key, value, reason).exception();
  }

  /** Writes how many there are, if there are any. */
  void writeCount(SequencedMap<String, String> tags, Headers.Builder answer) {
    if (!tags.isEmpty()) {
      answer.add(count, Integer.toString(tags.size()));
    }
  }

  static void write(SequencedMap<String, String> tags, XmlWriter xml) {
    xml.start("TagSet");
    tags.forEach(
        (key, value) -> xml.start("Tag").element("Key", key).element("Value", value).end());
    xml.end();
  }
}
