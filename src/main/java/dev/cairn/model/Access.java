package dev.cairn.model;

import java.util.Objects;

/**
 * One thing that a request does, in the words of access policies.
 *
 * @param action {@code s3:GetObject}
 * @param resource {@code arn:aws:s3:::bucket/key}
 */
public record Access(String action, String resource) {
  private static final String RESOURCES = "arn:aws:s3:::";

  public Access {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(resource, "resource");
  }

  /** Something that concerns no one bucket. */
  public static Access toService(String action) {
    return new Access(action, RESOURCES);
  }

  public static Access toBucket(String action, BucketName bucket) {
    return new Access(action, RESOURCES + bucket);
  }

  public static Access toObject(String action, BucketName bucket, ObjectKey key) {
    return new Access(action, RESOURCES + bucket + "/" + key);
  }
}
