package dev.cairn.dialect.family;

import dev.cairn.dialect.Address;
import dev.cairn.dialect.Addressing;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.RawRequest;
import java.util.Optional;

/**
 * Addressing by the dialect's domains: the bucket stands in the Host in front of one of them, else
 * it is the first segment of the path. The path is cut before it is decoded, and never normalised.
 */
public final class DomainAddressing implements Addressing {
  private final Domains domains;

  public DomainAddressing(Domains domains) {
    this.domains = domains;
  }

  @Override
  public Address locate(RawRequest request) {
    Optional<Domains.Match> match = domains.match(request.host());
    Optional<BucketName> inHost = match.flatMap(Domains.Match::bucket).map(DomainAddressing::named);
    String path = request.target().rawPath();
    String rest = path.startsWith("/") ? path.substring(1) : path;
    int slash = rest.indexOf('/');
    String rawBucket = slash < 0 ? rest : rest.substring(0, slash);
    String rawKey = slash < 0 ? "" : rest.substring(slash + 1);
    boolean hostStyle = inHost.isPresent();
    return new Address(
        hostStyle ? inHost : bucket(rawBucket, rest),
        key(hostStyle ? rest : rawKey),
        hostStyle,
        match.map(Domains.Match::suffix),
        match.flatMap(Domains.Match::region));
  }

  private static Optional<BucketName> bucket(String raw, String path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(named(PercentCoding.decodePath(raw)));
  }

  private static BucketName named(String name) {
    // A slash can only come from %2F: another path than the one that the name would suggest.
    if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
      throw new Failure.InvalidBucketName(name).exception();
    }
    return new BucketName(name);
  }

  private static Optional<ObjectKey> key(String raw) {
    String key = PercentCoding.decodePath(raw);
    if (key.indexOf('\0') >= 0) {
      throw new Failure.InvalidArgument("key", "", "a key cannot contain U+0000").exception();
    }
    return key.isEmpty() ? Optional.empty() : Optional.of(new ObjectKey(key));
  }
}
