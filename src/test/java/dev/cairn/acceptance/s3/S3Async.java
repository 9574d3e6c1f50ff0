package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** The asynchronous client, the bucket in the host name. */
abstract class S3Async extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new AwsSyncStoreClient(new BlockingS3(AwsClients.async(cairn)));
  }
}
