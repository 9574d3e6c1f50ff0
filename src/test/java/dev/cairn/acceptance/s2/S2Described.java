package dev.cairn.acceptance.s2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.Described;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What S2 says of an object beside what its writer said: checked, and taken away. */
final class S2Described {
  private static final Optional<String> BY_DEFAULT = Optional.of("max-age=31536000");

  private S2Described() {}

  static Described ofWriter(Described shown) {
    Attributes attributes = shown.attributes();
    Map<String, String> metadata = new TreeMap<>(attributes.metadata());
    assertThat(metadata).containsKey("s2-size");
    assertThat(metadata.getOrDefault("s2-crc32", "00000000")).matches("[0-9a-f]{8}");
    assertThat(attributes.cacheControl()).isPresent();
    metadata.keySet().removeIf(name -> name.startsWith("s2-"));
    return new Described(
        shown.length(),
        shown.eTag(),
        new Attributes(
            attributes.contentType(),
            attributes.cacheControl().filter(value -> !Optional.of(value).equals(BY_DEFAULT)),
            attributes.contentDisposition(),
            attributes.contentEncoding(),
            metadata));
  }
}
