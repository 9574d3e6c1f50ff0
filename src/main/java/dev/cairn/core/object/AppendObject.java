package dev.cairn.core.object;

import dev.cairn.core.Granting;
import dev.cairn.core.body.Body;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import java.util.Optional;
import java.util.Set;

/**
 * Adds bytes to the end of an object, or begins one with them.
 *
 * @param position where the client believes the end to be
 * @param rules what the dialect allows
 * @param metadata of an object that is begun
 * @param replacesMetadata whether it also becomes that of an object that is there
 * @param wanted digests of the object to keep, where they can be computed
 */
public record AppendObject(
    ObjectKey key,
    long position,
    AppendRules rules,
    ObjectMetadata metadata,
    boolean replacesMetadata,
    Set<DigestAlgorithm> wanted,
    Body body)
    implements Granting<AppendObjectResult> {
  @Override
  public Acl acl() {
    return metadata.acl();
  }

  @Override
  public AppendObject withAcl(Acl resolved) {
    return with(metadata.withAcl(resolved));
  }

  /** The same by an account that then owns what is begun. */
  AppendObject ownedBy(Optional<AccountId> writer) {
    return with(metadata.ownedBy(writer));
  }

  private AppendObject with(ObjectMetadata other) {
    return new AppendObject(key, position, rules, other, replacesMetadata, wanted, body);
  }
}
