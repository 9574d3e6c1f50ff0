package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/**
 * AWS's SDK at the hosts of OSS, which takes requests in S3's words too: the bucket in the Host.
 */
abstract class S3AtOss extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new AwsSyncStoreClient(AwsClients.atOss(cairn));
  }
}
