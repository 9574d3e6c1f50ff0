package dev.cairn.dialect.family.codec;

import dev.cairn.core.multipart.CompleteMultipartUpload;
import dev.cairn.core.multipart.CompleteMultipartUpload.ClaimedChecksum;
import dev.cairn.core.multipart.CompleteMultipartUpload.ListedPart;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Acl;
import dev.cairn.model.Checksum;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * CompleteMultipartUpload. Its checksum headers speak of the object, not of the document; only
 * Content-MD5 speaks of that.
 */
public final class CompleteMultipartUploadCodec
    implements Codec<CompleteMultipartUpload, StoredObject> {
  /** 10,000 parts with every digest, pretty-printed, are some 4 MiB. */
  private static final int MAXIMUM_BYTES = 8 * 1024 * 1024;

  private final Vocabulary words;
  private final WriteConditions conditions;
  private final Optional<AclHeaders> acls;
  private final Predicate<Headers> takesAll;
  private final BodyDigests digests;
  private final ChecksumHeaders checksums;
  private final DigestHeaders answered;
  private final PartListReader partLists;
  private final Documents documents;

  public CompleteMultipartUploadCodec(Vocabulary words) {
    this(words, new Conditions(words)::ofWrite, Optional.empty(), headers -> false);
  }

  /**
   * @param conditions the vendor's own
   * @param acls reads the access control list, where it may be stated so late
   * @param takesAll whether the headers ask for every part there is; then no list may follow
   */
  public CompleteMultipartUploadCodec(
      Vocabulary words,
      WriteConditions conditions,
      Optional<AclHeaders> acls,
      Predicate<Headers> takesAll) {
    this.acls = acls;
    this.words = words;
    this.takesAll = takesAll;
    this.conditions = conditions;
    this.digests = new BodyDigests(words);
    this.checksums = new ChecksumHeaders(words);
    this.answered = new DigestHeaders(words);
    this.partLists = new PartListReader(words.checksums());
    this.documents = new Documents(words);
  }

  @Override
  public Decoded<CompleteMultipartUpload> decode(RequestHead head) {
    KeyEncoding.read(head);
    Headers headers = head.headers();
    ObjectKey key = ObjectKeys.of(head);
    String uploadId = new Parameters(head.query()).text("uploadId");
    OptionalLong size = objectSize(headers);
    Optional<ClaimedChecksum> claimed = digests.sentChecksum(headers).map(this::claimed);
    Optional<Checksum.Type> type = checksums.readType(headers);
    WriteCondition condition = conditions.read(headers);
    Optional<Acl> acl = acls.flatMap(words -> words.ofObject(headers));
    boolean all = takesAll.test(headers);
    return Decoded.awaiting(
        new Decoded.Rest.Document<>(
            MAXIMUM_BYTES,
            digests.contentMd5Only(headers),
            document ->
                input(key, uploadId, parts(document, all), size, claimed, type, condition, acl)));
  }

  private List<ListedPart> parts(byte[] document, boolean all) {
    if (!all) {
      return partLists.read(document);
    }
    if (document.length > 0) {
      throw new Failure.InvalidArgument(
              "CompleteMultipartUpload", "", "A list of parts beside a header that asks for all.")
          .exception();
    }
    return CompleteMultipartUpload.ALL;
  }

  private CompleteMultipartUpload input(
      ObjectKey key,
      String uploadId,
      List<ListedPart> parts,
      OptionalLong size,
      Optional<ClaimedChecksum> claimed,
      Optional<Checksum.Type> type,
      WriteCondition condition,
      Optional<Acl> acl) {
    return new CompleteMultipartUpload(
        key,
        uploadId,
        parts,
        words.limits().minimumPartBytes(),
        words.eTags().ofParts(),
        words.answered().algorithms(),
        size,
        claimed,
        type,
        condition,
        acl);
  }

  /** Base64 of the right length, with the number of parts behind it for a composite. */
  private ClaimedChecksum claimed(BodyDigests.Sent sent) {
    String text = sent.value().strip();
    int dash = text.indexOf('-');
    String base64 = dash < 0 ? text : text.substring(0, dash);
    boolean counted = dash < 0 || text.substring(dash + 1).matches("[1-9][0-9]{0,4}");
    if (!counted || BodyDigests.base64(base64, sent.word().algorithm().bytes()).isEmpty()) {
      throw sent.malformed();
    }
    return new ClaimedChecksum(sent.word().algorithm(), text);
  }

  private OptionalLong objectSize(Headers headers) {
    String name = words.header("mp-object-size");
    Optional<String> value = headers.first(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!value.get().matches("[0-9]{1,18}")) {
      throw new Failure.InvalidRequest("Value for " + name + " header is invalid.").exception();
    }
    return OptionalLong.of(Long.parseLong(value.get()));
  }

  @Override
  public Answer encode(StoredObject object, Exchange<CompleteMultipartUpload> exchange) {
    String bucket = exchange.call().inBucket().name().value();
    KeyEncoding keys = KeyEncoding.read(exchange.head());
    XmlWriter xml = documents.begin("CompleteMultipartUploadResult", exchange.head());
    keys.say(xml);
    xml.element("Location", ObjectLocation.of(exchange.head(), object.key()))
        .element("Bucket", bucket);
    keys.element(xml, "Key", object.key().value());
    xml.element("ETag", words.eTags().xml(object.eTag()));
    checksums.writeWithType(object.checksums(), xml);
    Headers.Builder headers = Headers.builder();
    answered.write(object.checksums(), headers);
    return Documents.answer(xml, headers.build());
  }
}
