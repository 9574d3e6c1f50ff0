package dev.cairn.core.bucket;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.access.AccessControl;
import dev.cairn.core.access.Grantees;
import dev.cairn.model.Account;
import dev.cairn.model.Bucket;
import dev.cairn.model.Grant;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Answers the access control list of a bucket with the names of those whom it names. */
public final class GetBucketAclHandler implements Handler<GetBucketAcl, AccessControl> {
  private final Grantees grantees;

  public GetBucketAclHandler(Grantees grantees) {
    this.grantees = grantees;
  }

  @Override
  public Class<GetBucketAcl> input() {
    return GetBucketAcl.class;
  }

  @Override
  public Uni<AccessControl> handle(Call call, GetBucketAcl input) {
    Bucket bucket = call.inBucket();
    Account owner = bucket.owner();
    List<Grant> grants = bucket.acl().grants(owner.id(), owner.id());
    return grantees
        .accountsOf(grants)
        .map(accounts -> new AccessControl(owner, bucket.acl(), grants, accounts));
  }
}
