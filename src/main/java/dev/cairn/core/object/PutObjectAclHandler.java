package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.AccountId;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Replaces the access control list of an object: of the very object that allowed it. One that took
 * its place in between is asked anew.
 */
public final class PutObjectAclHandler implements Handler<PutObjectAcl, Void> {
  private static final int ATTEMPTS = 10;

  private final ObjectCatalog objects;
  private final GuardedObjects guarded;

  public PutObjectAclHandler(ObjectCatalog objects) {
    this.objects = objects;
    this.guarded = new GuardedObjects(objects);
  }

  @Override
  public Class<PutObjectAcl> input() {
    return PutObjectAcl.class;
  }

  @Override
  public Uni<Void> handle(Call call, PutObjectAcl input) {
    return attempt(call, input, ATTEMPTS);
  }

  private Uni<Void> attempt(Call call, PutObjectAcl input, int attempts) {
    if (attempts == 0) {
      return Uni.createFrom()
          .failure(new Failure.Unavailable("the object", Duration.ofSeconds(1)).exception());
    }
    return guarded
        .get(call.rights(), input.key(), Right.WRITE_ACP)
        .invoke(object -> checkOwner(call.inBucket(), object, input))
        .chain(object -> objects.setAcl(call.inBucket(), object, input.acl()))
        .chain(done -> done ? Uni.createFrom().voidItem() : attempt(call, input, attempts - 1));
  }

  private static void checkOwner(Bucket bucket, StoredObject object, PutObjectAcl input) {
    AccountId owner = object.metadata().owner().orElse(bucket.owner().id());
    if (input.statedOwner().filter(stated -> !stated.equals(owner)).isPresent()) {
      throw new Failure.AccessDenied("the list names another owner").exception();
    }
  }
}
