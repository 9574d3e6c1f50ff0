package dev.cairn.dialect;

/**
 * The words of a dialect, as data for the codecs that several dialects share.
 *
 * @param headerPrefix of control headers: {@code x-amz-}
 * @param metadataPrefix of user metadata: {@code x-amz-meta-}
 * @param namespace of XML results; empty for none
 */
public record Vocabulary(
    String name, String headerPrefix, String metadataPrefix, String namespace, Limits limits) {
  /** The full name of a control header. */
  public String header(String suffix) {
    return headerPrefix + suffix;
  }
}
