package dev.cairn.dialect;

import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;

/**
 * A request whose dialect, address and operation are known: what codecs and authenticators read.
 *
 * @param headers those of the request and, for presigned URLs, those hoisted into its query
 */
public record RequestHead(RawRequest raw, Address address, Operation operation, Headers headers) {
  public Query query() {
    return raw.query();
  }
}
