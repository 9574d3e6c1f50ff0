package dev.cairn.acceptance.obs;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** Finds out by itself that the native form is spoken; the bucket in the Host. */
abstract class ObsNegotiating extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new ObsStoreClient(ObsClients.negotiating(cairn));
  }
}
