package dev.cairn.acceptance.obs;

import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** The form that is compatible with S3, signed with V2. */
abstract class ObsSignatureV2 extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new ObsStoreClient(ObsClients.hostStyle(cairn, AuthTypeEnum.V2));
  }
}
