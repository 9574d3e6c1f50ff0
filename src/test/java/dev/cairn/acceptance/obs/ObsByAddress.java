package dev.cairn.acceptance.obs;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** An address for an endpoint, and negotiation. */
abstract class ObsByAddress extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new ObsStoreClient(ObsClients.byAddress(cairn));
  }
}
