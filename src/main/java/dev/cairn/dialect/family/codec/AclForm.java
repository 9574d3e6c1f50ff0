package dev.cairn.dialect.family.codec;

import dev.cairn.core.access.AccessControl;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.protocol.Answer;
import java.util.Optional;

/** How a vendor's documents state access control lists. */
public interface AclForm {
  /**
   * What a document states.
   *
   * @param owner whom it takes for the owner, where the form says that
   */
  record Stated(Acl acl, Optional<AccountId> owner) {}

  Answer write(AccessControl shown, RequestHead head);

  /**
   * @throws dev.cairn.model.FailureException MalformedAcl; InvalidArgument for an unknown group
   */
  Stated read(byte[] document, RequestHead head);
}
