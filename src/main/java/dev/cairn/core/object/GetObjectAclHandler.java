package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.access.AccessControl;
import dev.cairn.core.access.Grantees;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers the access control list of an object with the names of those whom it names. */
public final class GetObjectAclHandler implements Handler<GetObjectAcl, AccessControl> {
  private final GuardedObjects objects;
  private final Grantees grantees;

  public GetObjectAclHandler(ObjectCatalog objects, Grantees grantees) {
    this.objects = new GuardedObjects(objects);
    this.grantees = grantees;
  }

  @Override
  public Class<GetObjectAcl> input() {
    return GetObjectAcl.class;
  }

  @Override
  public Uni<AccessControl> handle(Call call, GetObjectAcl input) {
    return objects
        .get(call.rights(), input.key(), Right.READ_ACP)
        .chain(object -> shown(call.inBucket(), object));
  }

  private Uni<AccessControl> shown(Bucket bucket, StoredObject object) {
    AccountId bucketOwner = bucket.owner().id();
    AccountId owner = object.metadata().owner().orElse(bucketOwner);
    Acl acl = object.metadata().acl();
    List<Grant> grants =
        acl instanceof Acl.Inherited
            ? bucket.acl().grants(bucketOwner, bucketOwner)
            : acl.grants(owner, bucketOwner);
    Set<AccountId> named = new HashSet<>();
    named.add(owner);
    grants.forEach(
        grant -> {
          if (grant.grantee() instanceof Grantee.Known(AccountId account)) {
            named.add(account);
          }
        });
    return grantees
        .find(named)
        .map(
            accounts ->
                new AccessControl(
                    accounts.getOrDefault(owner, new Account(owner, "", "")),
                    acl,
                    grants,
                    accounts));
  }
}
