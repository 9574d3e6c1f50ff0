package dev.cairn.model;

/**
 * The name by which a bucket is addressed. Which names a bucket may be <em>given</em> is its
 * maker's dialect's rule; here it is only required to be addressable at all.
 */
public record BucketName(String value) {
  public BucketName {
    if (value.isEmpty() || value.indexOf('/') >= 0) {
      throw new IllegalArgumentException("not addressable as a bucket");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
