package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** The asynchronous client that splits large objects into parts by itself. */
abstract class S3MultipartAsync extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new AwsSyncStoreClient(new MultipartS3(AwsClients.multipart(cairn)));
  }
}
