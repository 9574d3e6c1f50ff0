package dev.cairn.core.object;

import dev.cairn.core.Granting;
import dev.cairn.core.body.Body;
import dev.cairn.model.Acl;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import java.util.Set;

/**
 * Stores a body under a key.
 *
 * @param wanted digests to compute whatever the client claims; those of header claims, trailer
 *     announcements and the ETag need not be named when {@link Body#claims()} already has them
 */
public record PutObject(
    ObjectKey key,
    ObjectMetadata metadata,
    WriteCondition condition,
    Set<DigestAlgorithm> wanted,
    Body body)
    implements Granting<PutObjectResult> {
  @Override
  public Acl acl() {
    return metadata.acl();
  }

  @Override
  public PutObject withAcl(Acl resolved) {
    return new PutObject(key, metadata.withAcl(resolved), condition, wanted, body);
  }
}
