package dev.cairn.dialect;

import dev.cairn.model.BucketName;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Scope;
import java.util.Optional;

/**
 * What a request is addressed to.
 *
 * @param hostStyle the bucket stood in the Host
 * @param hostSuffix the configured domain that the Host matched, without port; empty for none
 * @param hostRegion the region that the Host names; empty for none
 */
public record Address(
    Optional<BucketName> bucket,
    Optional<ObjectKey> key,
    boolean hostStyle,
    Optional<String> hostSuffix,
    Optional<String> hostRegion) {
  /** The same bucket's, of an object. */
  public Address of(ObjectKey object) {
    return new Address(bucket, Optional.of(object), hostStyle, hostSuffix, hostRegion);
  }

  public Scope scope() {
    return key.isPresent() ? Scope.OBJECT : bucket.isPresent() ? Scope.BUCKET : Scope.SERVICE;
  }
}
