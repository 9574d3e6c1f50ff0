package dev.cairn.core.access;

import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Grant;
import java.util.List;
import java.util.Map;

/**
 * The access control list of a bucket or an object, as it is shown.
 *
 * @param acl as it was stated
 * @param grants that it amounts to
 * @param accounts that the grants name, those that there still are
 */
public record AccessControl(
    Account owner, Acl acl, List<Grant> grants, Map<AccountId, Account> accounts) {
  public AccessControl {
    grants = List.copyOf(grants);
    accounts = Map.copyOf(accounts);
  }

  /** An account that the list names, without a name where it is gone. */
  public Account account(AccountId id) {
    return id.equals(owner.id()) ? owner : accounts.getOrDefault(id, new Account(id, "", ""));
  }
}
