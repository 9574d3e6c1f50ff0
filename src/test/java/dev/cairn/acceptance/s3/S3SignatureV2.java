package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreSuite;

/** The AWS SDK for Java 1, which still signs with V2. */
abstract class S3SignatureV2 extends StoreSuite {
  @Override
  protected StoreClient client(RunningCairn cairn) {
    return new AwsV1StoreClient(AwsV1Clients.signatureV2(cairn));
  }
}
