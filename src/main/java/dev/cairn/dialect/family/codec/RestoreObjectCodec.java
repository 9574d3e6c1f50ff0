package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.RestoreObject;
import dev.cairn.core.object.RestoreObject.Terms;
import dev.cairn.core.object.RestoreObjectResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlReader;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * RestoreObject. A tier says how long a client is willing to wait at most; here all are as fast as
 * the fastest.
 */
public final class RestoreObjectCodec implements Codec<RestoreObject, RestoreObjectResult> {
  private static final int MAXIMUM_BYTES = 64 * 1024;
  private static final String ROOT = "RestoreRequest";

  private final DocumentClaims claims;
  private final Style style;

  /**
   * How a vendor asks.
   *
   * @param jobs elements of which one may hold the tier
   * @param defaultDays of a document that says nothing, or of none; empty: it must say it
   * @param unbuilt elements that ask for something else than the object
   */
  public record Style(
      Set<String> jobs,
      Set<String> tiers,
      OptionalInt defaultDays,
      Set<String> unbuilt,
      Terms terms) {
    public Style {
      jobs = Set.copyOf(jobs);
      tiers = Set.copyOf(tiers);
      unbuilt = Set.copyOf(unbuilt);
    }
  }

  public RestoreObjectCodec(Vocabulary words, Style style) {
    this.claims = new DocumentClaims(words);
    this.style = style;
  }

  @Override
  public Decoded<RestoreObject> decode(RequestHead head) {
    ObjectKey key = ObjectKeys.of(head);
    return Decoded.awaiting(
        new Decoded.Rest.Document<>(
            MAXIMUM_BYTES,
            claims.of(head.headers()),
            document -> new RestoreObject(key, days(document), style.terms())));
  }

  private int days(byte[] document) {
    if (document.length == 0) {
      return style.defaultDays().orElseThrow(() -> new Failure.MissingBody().exception());
    }
    return XmlReader.parse(document, ROOT, this::request);
  }

  private int request(XmlReader xml) {
    OptionalInt days = style.defaultDays();
    Set<String> seen = new HashSet<>();
    while (xml.next()) {
      String element = xml.name();
      if (!seen.add(element)) {
        throw xml.malformed("two of " + element);
      }
      if (element.equals("Days")) {
        days = OptionalInt.of(xml.integer());
      } else if (style.jobs().contains(element)) {
        job(xml);
      } else if (style.unbuilt().contains(element)) {
        throw new Failure.NotImplemented(ROOT + ": " + element).exception();
      } else {
        throw xml.malformed(ROOT + " has no " + element);
      }
    }
    return days.orElseThrow(() -> xml.malformed("no Days"));
  }

  private void job(XmlReader xml) {
    while (xml.next()) {
      if (!xml.name().equals("Tier") || !style.tiers().contains(xml.text().strip())) {
        throw xml.malformed("no tier");
      }
    }
  }

  @Override
  public Answer encode(RestoreObjectResult result, Exchange<RestoreObject> exchange) {
    return Answer.empty(result.already() ? 200 : 202, Headers.NONE);
  }
}
