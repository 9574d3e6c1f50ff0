package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.RequestHead;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.PercentCoding;

/** The URL under which an object is reached by whoever just wrote it. */
public final class ObjectLocation {
  private ObjectLocation() {}

  /** On the host and in the style of the request. */
  public static String of(RequestHead head, ObjectKey key) {
    String scheme = head.raw().tls() ? "https://" : "http://";
    String bucket = head.address().bucket().orElseThrow().value();
    String path = head.address().hostStyle() ? "/" : "/" + bucket + "/";
    return scheme + head.raw().host() + path + PercentCoding.encodePath(key.value());
  }
}
