package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.access.Grantees;
import dev.cairn.model.AccountId;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists a page of a bucket, with the names of those who wrote into it and do not own it. */
public final class ListObjectsHandler implements Handler<ListObjects, ListObjectsResult> {
  private final ObjectCatalog objects;
  private final Grantees accounts;

  public ListObjectsHandler(ObjectCatalog objects, Grantees accounts) {
    this.objects = objects;
    this.accounts = accounts;
  }

  @Override
  public Class<ListObjects> input() {
    return ListObjects.class;
  }

  @Override
  public Uni<ListObjectsResult> handle(Call call, ListObjects input) {
    return objects
        .list(call.inBucket(), input.range())
        .chain(
            page -> accounts.find(owners(page)).map(found -> new ListObjectsResult(page, found)));
  }

  private static Set<AccountId> owners(Listing<StoredObject> page) {
    return page.items().stream()
        .map(object -> object.metadata().owner())
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
