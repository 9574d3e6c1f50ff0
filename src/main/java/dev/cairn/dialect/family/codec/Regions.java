package dev.cairn.dialect.family.codec;

import dev.cairn.model.Bucket;
import java.util.Optional;

/**
 * Where this service says it is.
 *
 * @param configured the one region of the service; empty: any that a client names is right
 * @param reported for buckets that were made without a location constraint
 */
public record Regions(Optional<String> configured, String reported) {
  /** AWS's first one: it is what an empty constraint means, and has rules of its own. */
  public static final String FIRST = "us-east-1";

  public static Regions of(Optional<String> configured, String byDefault) {
    return new Regions(configured, configured.orElse(byDefault));
  }

  public String of(Bucket bucket) {
    return bucket.region().isEmpty() ? reported : bucket.region();
  }
}
