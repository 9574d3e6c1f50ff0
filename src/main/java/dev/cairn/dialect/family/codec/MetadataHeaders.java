package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Acl;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StorageClass;
import dev.cairn.protocol.Headers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what a writer says of an object besides its bytes, and writes it back as it was sent. */
public final class MetadataHeaders {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String CACHE_CONTROL = "Cache-Control";
  private static final String CONTENT_DISPOSITION = "Content-Disposition";
  private static final String CONTENT_ENCODING = "Content-Encoding";
  private static final String CONTENT_LANGUAGE = "Content-Language";
  private static final String EXPIRES = "Expires";

  /** A coding of the transfer, not of the object. */
  private static final String CHUNKED_CODING = "aws-chunked";

  private final Vocabulary words;
  private final Optional<Tags> tags;
  private final Optional<RedirectLocation> redirects;
  private final AclHeaders acls;

  public MetadataHeaders(Vocabulary words) {
    this.words = words;
    this.tags = Tags.find(words);
    this.redirects = RedirectLocation.find(words);
    this.acls = new AclHeaders(words.acls());
  }

  public ObjectMetadata read(Headers headers) {
    return ObjectMetadata.of(contentHeaders(headers), user(headers), storageClass(headers))
        .withTags(tags(headers))
        .withRedirect(redirect(headers))
        .withAcl(acl(headers));
  }

  /** The access control list that the writer states, or what the dialect takes for unsaid. */
  Acl acl(Headers headers) {
    return acls.ofObject(headers).orElse(words.acls().unsaid());
  }

  /** The class that the writer names. */
  Optional<StorageClass> storageClass(Headers headers) {
    String name = words.header("storage-class");
    return headers.first(name).map(this::parse);
  }

  /** None in a dialect without tags. */
  SequencedMap<String, String> tags(Headers headers) {
    return tags.map(known -> known.inHeader(headers)).orElseGet(LinkedHashMap::new);
  }

  /** None in a dialect without redirects. */
  Optional<String> redirect(Headers headers) {
    return redirects.flatMap(known -> known.read(headers));
  }

  private StorageClass parse(String word) {
    return words
        .storageClasses()
        .parse(word)
        .orElseThrow(() -> new Failure.InvalidStorageClass(word).exception());
  }

  private ContentHeaders contentHeaders(Headers headers) {
    return new ContentHeaders(
        value(headers, CONTENT_TYPE),
        value(headers, CACHE_CONTROL),
        value(headers, CONTENT_DISPOSITION),
        value(headers, CONTENT_ENCODING).flatMap(MetadataHeaders::withoutChunking),
        value(headers, CONTENT_LANGUAGE),
        value(headers, EXPIRES));
  }

  private static Optional<String> value(Headers headers, String name) {
    return headers.has(name) ? Optional.of(joined(headers, name)) : Optional.empty();
  }

  private static String joined(Headers headers, String name) {
    return HeaderText.checked(name, String.join(",", headers.all(name)));
  }

  private static Optional<String> withoutChunking(String codings) {
    Predicate<String> chunked = coding -> coding.strip().equalsIgnoreCase(CHUNKED_CODING);
    String[] all = codings.split(",", -1);
    if (Arrays.stream(all).noneMatch(chunked)) {
      return Optional.of(codings);
    }
    String kept =
        Arrays.stream(all).filter(chunked.negate()).collect(Collectors.joining(",")).strip();
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
  }

  private TreeMap<String, String> user(Headers headers) {
    TreeMap<String, String> user = new TreeMap<>();
    int bytes = 0;
    for (String header : headers.names()) {
      if (header.startsWith(words.metadataPrefix())) {
        String name = header.substring(words.metadataPrefix().length());
        String value = joined(headers, header);
        if (name.isEmpty()) {
          throw new Failure.InvalidArgument(header, value, "metadata must have a name").exception();
        }
        user.put(name, value);
        // On the wire every character of a header is one byte.
        bytes += name.length() + value.length();
      }
    }
    if (bytes > words.limits().metadataBytes()) {
      throw new Failure.MetadataTooLarge(bytes, words.limits().metadataBytes()).exception();
    }
    return user;
  }

  /** Writes what is stored, but what the reader overrides. */
  void write(ObjectMetadata metadata, Headers.Builder answer, Overrides overrides) {
    ContentHeaders kept = metadata.headers();
    add(
        answer,
        overrides,
        CONTENT_TYPE,
        Optional.of(kept.contentType().orElse(words.contentType())));
    add(answer, overrides, CACHE_CONTROL, kept.cacheControl());
    add(answer, overrides, CONTENT_DISPOSITION, kept.contentDisposition());
    add(answer, overrides, CONTENT_ENCODING, kept.contentEncoding());
    add(answer, overrides, CONTENT_LANGUAGE, kept.contentLanguage());
    add(answer, overrides, EXPIRES, kept.expires());
    metadata.user().forEach((name, value) -> answer.add(words.metadataPrefix() + name, value));
    metadata
        .storageClass()
        .filter(storageClass -> storageClass != StorageClass.STANDARD)
        .map(words.storageClasses()::nearest)
        .ifPresent(word -> answer.add(words.header("storage-class"), word));
    tags.ifPresent(known -> known.writeCount(metadata.tags(), answer));
    redirects.ifPresent(known -> known.write(metadata.redirect(), answer));
  }

  private static void add(
      Headers.Builder answer, Overrides overrides, String name, Optional<String> stored) {
    overrides.of(name).or(() -> stored).ifPresent(value -> answer.add(name, value));
  }
}
