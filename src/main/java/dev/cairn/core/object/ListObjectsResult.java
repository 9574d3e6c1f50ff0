package dev.cairn.core.object;

import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Bucket;
import dev.cairn.model.StoredObject;
import java.util.Map;

/**
 * A page of objects.
 *
 * @param owners accounts beside the bucket's owner that own some of them, those that there still
 *     are
 */
public record ListObjectsResult(Listing<StoredObject> page, Map<AccountId, Account> owners) {
  public ListObjectsResult {
    owners = Map.copyOf(owners);
  }

  /** One whose objects are all the bucket owner's. */
  public ListObjectsResult(Listing<StoredObject> page) {
    this(page, Map.of());
  }

  /** The owner of an object of the page. */
  public Account owner(StoredObject object, Bucket bucket) {
    return object
        .metadata()
        .owner()
        .map(id -> owners.getOrDefault(id, new Account(id, "", "")))
        .orElse(bucket.owner());
  }
}
