package dev.cairn.dialect;

import dev.cairn.core.multipart.PartsETag;
import dev.cairn.model.ETag;
import java.util.Locale;

/**
 * How a dialect writes entity tags.
 *
 * @param upperCase hex digits in upper case
 * @param quotedInXml with quotes in documents too; in headers they always have them
 * @param ofParts how that of an object is made that is assembled through the dialect
 */
public record ETagStyle(boolean upperCase, boolean quotedInXml, PartsETag ofParts) {
  public ETagStyle(boolean upperCase, boolean quotedInXml) {
    this(upperCase, quotedInXml, PartsETag.BINARY);
  }

  public String header(ETag eTag) {
    return '"' + digits(eTag) + '"';
  }

  public String xml(ETag eTag) {
    return quotedInXml ? header(eTag) : digits(eTag);
  }

  private String digits(ETag eTag) {
    return upperCase ? eTag.value().toUpperCase(Locale.ROOT) : eTag.value();
  }
}
