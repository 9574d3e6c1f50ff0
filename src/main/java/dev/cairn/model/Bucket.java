package dev.cairn.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A bucket as the catalog knows it.
 *
 * @param id never used twice, so that a bucket deleted and made again is another one
 * @param region the location constraint it was made with; empty where none was given
 */
public record Bucket(long id, BucketName name, Account owner, String region, Instant createdAt) {
  public Bucket {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(createdAt, "createdAt");
  }
}
