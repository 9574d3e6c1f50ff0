package dev.cairn.core.object;

import dev.cairn.core.Granting;
import dev.cairn.model.Acl;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;

/**
 * Makes a key another name for an object of the bucket.
 *
 * @param target need not exist
 * @param metadata of the link
 */
public record PutSymlink(
    ObjectKey key, ObjectKey target, ObjectMetadata metadata, WriteCondition condition)
    implements Granting<PutObjectResult> {
  @Override
  public Acl acl() {
    return metadata.acl();
  }

  @Override
  public PutSymlink withAcl(Acl resolved) {
    return new PutSymlink(key, target, metadata.withAcl(resolved), condition);
  }
}
