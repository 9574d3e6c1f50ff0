package dev.cairn.acceptance.s2;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;

/** The AWS SDK for Java 2, the bucket in the path. */
abstract class S2PathStyle extends S2Suite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new S2StoreClient(S2Clients.pathStyle(cairn));
  }
}
