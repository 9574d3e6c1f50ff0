package dev.cairn.core.multipart;

import dev.cairn.core.Granting;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Acl;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.Upload;
import java.util.Optional;

/**
 * Begins an upload; answers it. An object that has the key stays as it is.
 *
 * @param condition holds for the beginning only: the completion has its own
 */
public record CreateMultipartUpload(
    ObjectKey key,
    ObjectMetadata metadata,
    Optional<Upload.ChecksumPlan> checksum,
    WriteCondition condition)
    implements Granting<Upload> {
  @Override
  public Acl acl() {
    return metadata.acl();
  }

  @Override
  public CreateMultipartUpload withAcl(Acl resolved) {
    return new CreateMultipartUpload(key, metadata.withAcl(resolved), checksum, condition);
  }
}
