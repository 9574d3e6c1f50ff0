package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.CopyObject;
import dev.cairn.core.object.CopyResult;
import dev.cairn.core.object.SourceRules;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Decoded.Source;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StorageClass;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.Optional;
import java.util.SequencedMap;

/** CopyObject. */
public final class CopyObjectCodec implements Codec<CopyObject, CopyResult> {
  private final Vocabulary words;
  private final CopySource sources;
  private final MetadataHeaders metadata;
  private final Conditions conditions;
  private final WriteConditions writing;
  private final boolean alwaysOntoItself;
  private final SourceRules rules;
  private final ChecksumHeaders checksums;
  private final CopyResults results;

  public CopyObjectCodec(Vocabulary words) {
    this(words, CopyResultStyle.AWS);
  }

  public CopyObjectCodec(Vocabulary words, CopyResultStyle style) {
    this(
        words,
        style,
        new Conditions(words)::ofWrite,
        false,
        SourceRules.anything(words.limits().entityBytes()));
  }

  /**
   * @param writing the vendor's own conditions of the copy
   * @param alwaysOntoItself whether a copy of an object onto itself replaces its metadata, whatever
   *     the directive says; otherwise one that changes nothing is refused
   * @param rules what may be copied
   */
  public CopyObjectCodec(
      Vocabulary words,
      CopyResultStyle style,
      WriteConditions writing,
      boolean alwaysOntoItself,
      SourceRules rules) {
    this.words = words;
    this.sources = new CopySource(words);
    this.metadata = new MetadataHeaders(words);
    this.conditions = new Conditions(words);
    this.writing = writing;
    this.alwaysOntoItself = alwaysOntoItself;
    this.rules = rules;
    this.checksums = new ChecksumHeaders(words);
    this.results = new CopyResults(words, style);
  }

  @Override
  public Decoded<CopyObject> decode(RequestHead head) {
    Headers headers = head.headers();
    ObjectKey key = ObjectKeys.writable(head, words);
    Source source = sources.read(head);
    boolean ontoItself = ontoItself(head, source);
    boolean replace = replaces(headers, "metadata-directive") || (alwaysOntoItself && ontoItself);
    Optional<StorageClass> storageClass = metadata.storageClass(headers);
    Optional<ObjectMetadata> replacement =
        replace ? Optional.of(metadata.read(headers)) : Optional.empty();
    Optional<String> redirect = metadata.redirect(headers);
    if (!replace && storageClass.isEmpty() && redirect.isEmpty() && ontoItself) {
      throw new Failure.InvalidRequest(
              "This copy request is illegal because it is trying to copy an object to itself"
                  + " without changing the object's metadata, storage class, website redirect"
                  + " location or encryption attributes.")
          .exception();
    }
    CopyObject input =
        new CopyObject(
            source.key(),
            conditions.ofCopySource(headers),
            key,
            replacement,
            storageClass,
            tags(headers),
            redirect,
            metadata.acl(headers),
            writing.read(headers),
            checksums.readAlgorithm(headers).map(ChecksumWords.Word::algorithm),
            words.answered().algorithms(),
            rules);
    return CopyRequests.of(head, input, source);
  }

  /** Those that replace the source's. */
  private Optional<SequencedMap<String, String>> tags(Headers headers) {
    return words.extras().tags().isPresent() && replaces(headers, "tagging-directive")
        ? Optional.of(metadata.tags(headers))
        : Optional.empty();
  }

  private boolean replaces(Headers headers, String directive) {
    String name = words.header(directive);
    String value = headers.first(name).orElse("COPY");
    return switch (value) {
      case "COPY", "Copy" -> false;
      case "REPLACE", "Replace" -> true;
      default -> throw new Failure.InvalidArgument(name, value, "Unknown directive.").exception();
    };
  }

  private static boolean ontoItself(RequestHead head, Source source) {
    return head.address().bucket().equals(Optional.of(source.bucket()))
        && head.address().key().equals(Optional.of(source.key()));
  }

  @Override
  public Answer encode(CopyResult result, Exchange<CopyObject> exchange) {
    return results.ofObject(result, exchange.head());
  }
}
