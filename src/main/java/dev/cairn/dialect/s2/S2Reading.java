package dev.cairn.dialect.s2;

import dev.cairn.model.ContentHeaders;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredObject;
import java.util.Optional;
import java.util.TreeMap;

/** An object as a reader of S2 sees it. */
final class S2Reading {
  private static final String RESERVED_NAMES = "s2-";
  private static final Optional<String> CACHE_A_YEAR = Optional.of("max-age=31536000");

  private S2Reading() {}

  /**
   * The same object, without metadata that only S2 itself may write but another dialect let in; to
   * be cached for a year where its writer said nothing.
   */
  static StoredObject shown(StoredObject object) {
    ObjectMetadata metadata = object.metadata();
    TreeMap<String, String> user = new TreeMap<>(metadata.user());
    user.keySet().removeIf(name -> name.startsWith(RESERVED_NAMES));
    return new StoredObject(
        object.id(),
        object.key(),
        object.size(),
        object.eTag(),
        object.lastModified(),
        new ObjectMetadata(
            cached(metadata.headers()),
            user,
            metadata.storageClass(),
            metadata.tags(),
            metadata.redirect(),
            metadata.acl(),
            metadata.owner()),
        object.checksums(),
        object.kind());
  }

  private static ContentHeaders cached(ContentHeaders headers) {
    return new ContentHeaders(
        headers.contentType(),
        headers.cacheControl().or(() -> CACHE_A_YEAR),
        headers.contentDisposition(),
        headers.contentEncoding(),
        headers.contentLanguage(),
        headers.expires());
  }
}
