package dev.cairn.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that a request does, in the words of access policies: those of AWS, whichever dialect
 * the request is in, since policies are written in them.
 *
 * @param action {@code s3:GetObject}
 * @param resource {@code arn:aws:s3:::bucket/key}
 * @param facts what conditions may ask about: {@code s3:prefix}
 */
public record Access(String action, String resource, Map<String, String> facts) {
  private static final String RESOURCES = "arn:aws:s3:::";

  public Access {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(resource, "resource");
    facts = Map.copyOf(facts);
  }

  /** Of which nothing more is to be said. */
  public Access(String action, String resource) {
    this(action, resource, Map.of());
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

  /** Lists a bucket. */
  public static Access list(BucketName bucket) {
    return toBucket("s3:ListBucket", bucket);
  }

  /** Reads an object. */
  public static Access read(BucketName bucket, ObjectKey key) {
    return toObject("s3:GetObject", bucket, key);
  }

  /** Deletes an object. */
  public static Access delete(BucketName bucket, ObjectKey key) {
    return toObject("s3:DeleteObject", bucket, key);
  }

  /**
   * Begins a session.
   *
   * @param role ARN of the role that it is begun under
   */
  public static Access assume(String role) {
    return new Access("sts:AssumeRole", role);
  }

  /** The same, of which this is to be said too. */
  public Access with(String name, String value) {
    Map<String, String> more = new HashMap<>(facts);
    more.put(name, value);
    return new Access(action, resource, more);
  }
}
