package dev.cairn.protocol;

import java.util.OptionalLong;

/**
 * A request's head as it came over the wire, before any dialect has read it.
 *
 * @param host value of the Host header (or of an absolute-form target), port included; empty where
 *     there is none
 * @param contentLength as declared; empty for a chunked body and for none
 * @param chunked whether the body comes with {@code Transfer-Encoding: chunked}
 */
public record RawRequest(
    String method,
    Target target,
    Query query,
    String host,
    Headers headers,
    boolean tls,
    OptionalLong contentLength,
    boolean chunked) {
  /** Whether the head announces any byte of a body. */
  public boolean hasBody() {
    return chunked || contentLength.orElse(0) > 0;
  }
}
