package dev.cairn.acceptance.oss;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** Signature V4, the bucket in the Host. */
abstract class OssSignatureV4 extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new OssStoreClient(OssClients.signatureV4(cairn));
  }
}
