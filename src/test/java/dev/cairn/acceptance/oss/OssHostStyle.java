package dev.cairn.acceptance.oss;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** Signature V1, the bucket in the Host. */
abstract class OssHostStyle extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new OssStoreClient(OssClients.hostStyle(cairn));
  }
}
