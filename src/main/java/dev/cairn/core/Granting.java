package dev.cairn.core;

import dev.cairn.model.Acl;

/**
 * An input that says to whom something is granted. The accounts are looked up before its handler
 * sees it, so that what is stored names accounts that there are.
 */
public interface Granting<R> extends Input<R> {
  Acl acl();

  /** The same, with the list that was looked up. */
  Input<R> withAcl(Acl resolved);
}
