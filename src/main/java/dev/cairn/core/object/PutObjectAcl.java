package dev.cairn.core.object;

import dev.cairn.core.Granting;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.ObjectKey;
import java.util.Optional;

/**
 * Replaces the access control list of an object.
 *
 * @param statedOwner whom the client takes for the object's owner; another one is refused
 */
public record PutObjectAcl(ObjectKey key, Acl acl, Optional<AccountId> statedOwner)
    implements Granting<Void> {
  @Override
  public PutObjectAcl withAcl(Acl resolved) {
    return new PutObjectAcl(key, resolved, statedOwner);
  }
}
