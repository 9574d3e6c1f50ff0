package dev.cairn.acceptance.obs;

import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** Signed with V4, the bucket in the path. */
abstract class ObsSignatureV4PathStyle extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new ObsStoreClient(ObsClients.pathStyle(cairn, AuthTypeEnum.V4));
  }
}
