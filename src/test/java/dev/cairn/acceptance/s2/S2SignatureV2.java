package dev.cairn.acceptance.s2;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;

/** The AWS SDK for Java 1, which still signs with V2; the bucket in the host. */
abstract class S2SignatureV2 extends S2Suite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new S2StoreClientV1(S2Clients.signatureV2(cairn));
  }
}
