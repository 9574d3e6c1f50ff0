package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.GetObject;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.RangeSpec;
import dev.cairn.model.Restoration;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.RangeHeader;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** GetObject and, without the bytes, HeadObject. */
public final class GetObjectCodec implements Codec<GetObject, GetObjectResult> {
  /** What no object can satisfy: for ranges that the dialect refuses without looking. */
  public static final RangeSpec UNSATISFIABLE = new RangeSpec.Suffix(0);

  private final Vocabulary words;
  private final boolean withContent;
  private final RangeRule ranges;
  private final Conditions conditions;
  private final MetadataHeaders metadata;
  private final ChecksumHeaders checksums;
  private final DigestHeaders answered;

  /**
   * @param ranges what the dialect makes of a Range header, the odd ones above all
   */
  public GetObjectCodec(
      Vocabulary words, boolean withContent, Function<RangeHeader, Optional<RangeSpec>> ranges) {
    this(words, withContent, RangeRule.of(ranges));
  }

  /** One whose ranges more than a Range header decides. */
  public GetObjectCodec(Vocabulary words, boolean withContent, RangeRule ranges) {
    this.words = words;
    this.withContent = withContent;
    this.ranges = ranges;
    this.conditions = new Conditions(words);
    this.metadata = new MetadataHeaders(words);
    this.answered = new DigestHeaders(words);
    this.checksums = new ChecksumHeaders(words);
  }

  /** One range or none; anything else is as bad as a range that the object does not have. */
  public static Optional<RangeSpec> oneRange(RangeHeader header) {
    return switch (header) {
      case RangeHeader.Absent absent -> Optional.empty();
      case RangeHeader.One one -> Optional.of(one.spec());
      case RangeHeader.Several several -> Optional.of(UNSATISFIABLE);
      case RangeHeader.Unparsable unparsable -> Optional.of(UNSATISFIABLE);
    };
  }

  @Override
  public Decoded<GetObject> decode(RequestHead head) {
    Overrides.read(head, words);
    OptionalInt partNumber = partNumber(head);
    RangeRule.Asked asked = ranges.read(head.headers());
    if (asked.range().isPresent() && partNumber.isPresent()) {
      throw new Failure.InvalidRequest(
              "Cannot specify both Range header and partNumber query parameter")
          .exception();
    }
    return Decoded.of(
        new GetObject(
            ObjectKeys.of(head),
            conditions.ofRead(head.headers()),
            asked.range(),
            asked.misfit(),
            partNumber,
            withContent));
  }

  private OptionalInt partNumber(RequestHead head) {
    return head.query().has("partNumber")
        ? OptionalInt.of(new Parameters(head.query()).partNumber(words.limits().partNumbers()))
        : OptionalInt.empty();
  }

  @Override
  public Answer encode(GetObjectResult result, Exchange<GetObject> exchange) {
    StoredObject object = result.object();
    Headers.Builder headers =
        Headers.builder()
            .add("Last-Modified", HttpDates.format(object.lastModified()))
            .add("ETag", words.eTags().header(object.eTag()))
            .add("Accept-Ranges", "bytes");
    metadata.write(shown(object, exchange), headers, Overrides.read(exchange.head(), words));
    object.restoration().ifPresent(it -> headers.add(words.header("restore"), text(it)));
    // An empty object has no first byte to speak of: all of it is the whole of it.
    boolean partial = result.partial().isPresent() && object.size() > 0;
    if (partial) {
      headers.add("Content-Range", contentRange(result));
    }
    if (exchange.input().partNumber().isPresent() && object.parts() > 0) {
      headers.add(words.header("mp-parts-count"), Integer.toString(object.parts()));
    }
    answered.write(object.checksums(), headers);
    if (!partial && object.parts() == 0) {
      answered.writeMd5(object.eTag(), headers);
    }
    if (result.length() == object.size() && wantsChecksums(exchange.head())) {
      checksums.writeWithType(object.checksums(), headers);
    }
    return new Answer(partial ? 206 : 200, headers.build(), payload(result));
  }

  private static String text(Restoration restoration) {
    return restoration.ongoing()
        ? "ongoing-request=\"true\""
        : "ongoing-request=\"false\", expiry-date=\""
            + HttpDates.format(restoration.expiresAt())
            + "\"";
  }

  /** Tags are the bucket owner's to see; others do not even hear how many there are. */
  private static ObjectMetadata shown(StoredObject object, Exchange<GetObject> exchange) {
    return exchange.call().rights().owns()
        ? object.metadata()
        : object.metadata().withTags(new LinkedHashMap<>());
  }

  private Answer.Payload payload(GetObjectResult result) {
    return withContent
        ? new Answer.Payload.Stream(result.content())
        : new Answer.Payload.LengthOnly(result.length());
  }

  private boolean wantsChecksums(RequestHead head) {
    return head.headers()
        .first(words.header("checksum-mode"))
        .filter(mode -> mode.equalsIgnoreCase("ENABLED"))
        .isPresent();
  }

  private static String contentRange(GetObjectResult result) {
    var range = result.partial().orElseThrow();
    return "bytes " + range.first() + "-" + range.last() + "/" + result.object().size();
  }
}
