package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** The Transfer Manager. */
abstract class S3TransferManager extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new AwsSyncStoreClient(new TransferManagerS3(AwsClients.multipart(cairn)));
  }
}
