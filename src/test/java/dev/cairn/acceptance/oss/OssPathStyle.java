package dev.cairn.acceptance.oss;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** Signature V1, the bucket in the path. */
abstract class OssPathStyle extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new OssStoreClient(OssClients.pathStyle(cairn));
  }
}
