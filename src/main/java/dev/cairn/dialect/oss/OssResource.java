package dev.cairn.dialect.oss;

import dev.cairn.dialect.Address;

/** What a request is addressed to, as signatures name it: whatever the style, with the bucket. */
final class OssResource {
  private OssResource() {}

  /** {@code /bucket/key}, {@code /bucket/}, or {@code /}; decoded. */
  static String of(Address address) {
    return address
        .bucket()
        .map(bucket -> "/" + bucket.value() + "/" + address.key().map(k -> k.value()).orElse(""))
        .orElse("/");
  }
}
