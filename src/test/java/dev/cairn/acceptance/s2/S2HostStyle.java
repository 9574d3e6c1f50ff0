package dev.cairn.acceptance.s2;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;

/** The AWS SDK for Java 2 at BaishanCloud's own address, the bucket in the host. */
abstract class S2HostStyle extends S2Suite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new S2StoreClient(S2Clients.hostStyle(cairn));
  }
}
