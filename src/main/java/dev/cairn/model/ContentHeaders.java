package dev.cairn.model;

import java.util.Objects;
import java.util.Optional;

/** The HTTP headers that are kept with an object and come back as they were sent. */
public record ContentHeaders(
    Optional<String> contentType,
    Optional<String> cacheControl,
    Optional<String> contentDisposition,
    Optional<String> contentEncoding,
    Optional<String> contentLanguage,
    Optional<String> expires) {
  public static final ContentHeaders NONE =
      new ContentHeaders(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * The type alone.
   *
   * @param contentType null for none
   */
  public static ContentHeaders ofType(String contentType) {
    return contentType == null
        ? NONE
        : new ContentHeaders(
            Optional.of(contentType),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  public ContentHeaders {
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(cacheControl, "cacheControl");
    Objects.requireNonNull(contentDisposition, "contentDisposition");
    Objects.requireNonNull(contentEncoding, "contentEncoding");
    Objects.requireNonNull(contentLanguage, "contentLanguage");
    Objects.requireNonNull(expires, "expires");
  }
}
