package dev.cairn.core.bucket;

import dev.cairn.core.Granting;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import java.util.Optional;

/**
 * Replaces the access control list of the authorised bucket.
 *
 * @param statedOwner whom the client takes for the owner; another one is refused
 */
public record PutBucketAcl(Acl acl, Optional<AccountId> statedOwner) implements Granting<Void> {
  @Override
  public PutBucketAcl withAcl(Acl resolved) {
    return new PutBucketAcl(resolved, statedOwner);
  }
}
