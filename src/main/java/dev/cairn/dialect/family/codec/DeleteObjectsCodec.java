package dev.cairn.dialect.family.codec;

import dev.cairn.core.body.Claims;
import dev.cairn.core.object.DeleteObjects;
import dev.cairn.core.object.DeleteObjects.Entry;
import dev.cairn.core.object.DeleteObjectsResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlReader;
import dev.cairn.protocol.XmlWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DeleteObjects: a list of keys, each with its own outcome. */
public final class DeleteObjectsCodec implements Codec<DeleteObjects, DeleteObjectsResult> {
  private static final int MAXIMUM_KEYS = 1000;
  private static final int MAXIMUM_BYTES = 2 * 1024 * 1024;

  private final Documents documents;
  private final BodyDigests digests;
  private final FailureRenderer failures;
  private final boolean silent;

  public DeleteObjectsCodec(Vocabulary words, FailureRenderer failures) {
    this(words, failures, false);
  }

  /**
   * @param silent whether a quiet deletion of which there is nothing to tell has no document at all
   */
  public DeleteObjectsCodec(Vocabulary words, FailureRenderer failures, boolean silent) {
    this.silent = silent;
    this.documents = new Documents(words);
    this.digests = new BodyDigests(words);
    this.failures = failures;
  }

  @Override
  public Decoded<DeleteObjects> decode(RequestHead head) {
    KeyEncoding.read(head);
    BodyDigests.Announced announced = digests.read(head.headers());
    if (announced.claims().equals(Claims.NONE) && announced.wanted().isEmpty()) {
      // A list that was damaged on its way would delete the wrong objects.
      throw new Failure.InvalidRequest(
              "Missing required header for this request: Content-MD5 OR a checksum header")
          .exception();
    }
    return Decoded.awaiting(
        new Decoded.Rest.Document<>(
            MAXIMUM_BYTES, announced.claims(), DeleteObjectsCodec::document));
  }

  private static DeleteObjects document(byte[] document) {
    if (document.length == 0) {
      throw new Failure.MissingBody().exception();
    }
    return XmlReader.parse(document, "Delete", DeleteObjectsCodec::delete);
  }

  private static DeleteObjects delete(XmlReader xml) {
    List<Entry> entries = new ArrayList<>();
    boolean quiet = false;
    while (xml.next()) {
      switch (xml.name()) {
        case "Quiet" -> quiet = xml.bool();
        case "Object" -> entries.add(entry(xml));
        default -> throw xml.malformed("Delete has no " + xml.name());
      }
      if (entries.size() > MAXIMUM_KEYS) {
        throw xml.malformed("more than " + MAXIMUM_KEYS + " objects");
      }
    }
    if (entries.isEmpty()) {
      throw xml.malformed("no object");
    }
    return new DeleteObjects(entries, quiet);
  }

  private static Entry entry(XmlReader xml) {
    String key = "";
    Optional<String> version = Optional.empty();
    Optional<ETag> eTag = Optional.empty();
    Set<String> seen = new HashSet<>();
    while (xml.next()) {
      // Of two keys one would stay, and the answer would not say which was meant.
      if (!seen.add(xml.name())) {
        throw xml.malformed("an object with two of " + xml.name());
      }
      switch (xml.name()) {
        case "Key" -> key = xml.text();
        case "VersionId" -> version = Optional.of(xml.text());
        case "ETag" -> eTag = Optional.of(ETag.parse(xml.text()));
        // Documented for directory buckets only.
        case "LastModifiedTime", "Size" ->
            throw new Failure.NotImplemented("Delete: " + xml.name()).exception();
        default -> throw xml.malformed("Object has no " + xml.name());
      }
    }
    if (key.isEmpty()) {
      throw xml.malformed("an object without a key");
    }
    return new Entry(new ObjectKey(key), version.filter(text -> !text.isEmpty()), eTag);
  }

  @Override
  public Answer encode(DeleteObjectsResult result, Exchange<DeleteObjects> exchange) {
    if (silent && exchange.input().quiet() && allDeleted(result)) {
      return Answer.empty(200, Headers.NONE);
    }
    KeyEncoding keys = KeyEncoding.read(exchange.head());
    XmlWriter xml = documents.begin("DeleteResult", exchange.head());
    keys.say(xml);
    for (DeleteObjectsResult.Outcome outcome : result.outcomes()) {
      if (outcome.failure().isPresent()) {
        named(xml.start("Error"), outcome, keys)
            .element("Code", failures.code(outcome.failure().get()))
            .element("Message", failures.message(outcome.failure().get()))
            .end();
      } else if (!exchange.input().quiet()) {
        named(xml.start("Deleted"), outcome, keys).end();
      }
    }
    return Documents.answer(xml);
  }

  private static boolean allDeleted(DeleteObjectsResult result) {
    return result.outcomes().stream().allMatch(outcome -> outcome.failure().isEmpty());
  }

  private static XmlWriter named(
      XmlWriter xml, DeleteObjectsResult.Outcome outcome, KeyEncoding keys) {
    keys.element(xml, "Key", outcome.key().value());
    outcome.version().ifPresent(version -> xml.element("VersionId", version));
    return xml;
  }
}
