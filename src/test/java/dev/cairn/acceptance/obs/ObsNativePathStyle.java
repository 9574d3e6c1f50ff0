package dev.cairn.acceptance.obs;

import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** The native form, the bucket in the path. */
abstract class ObsNativePathStyle extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new ObsStoreClient(ObsClients.pathStyle(cairn, AuthTypeEnum.OBS));
  }
}
