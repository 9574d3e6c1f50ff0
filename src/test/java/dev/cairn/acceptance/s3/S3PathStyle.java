package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** The synchronous client, the bucket in the path. */
abstract class S3PathStyle extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new AwsSyncStoreClient(AwsClients.pathStyle(cairn));
  }
}
