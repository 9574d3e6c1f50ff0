package dev.cairn.acceptance.s2;

import com.amazonaws.services.s3.AmazonS3;
import dev.cairn.acceptance.s3.AwsV1StoreClient;

/** The AWS SDK for Java 1 at S2. */
final class S2StoreClientV1 extends AwsV1StoreClient {
  S2StoreClientV1(AmazonS3 s2) {
    super(s2);
  }

  @Override
  public Fetched get(String bucket, String key) {
    return ofWriter(super.get(bucket, key));
  }

  @Override
  public Fetched getRange(String bucket, String key, long first, long last) {
    return ofWriter(super.getRange(bucket, key, first, last));
  }

  @Override
  public Described head(String bucket, String key) {
    return S2Described.ofWriter(super.head(bucket, key));
  }

  private static Fetched ofWriter(Fetched fetched) {
    return new Fetched(fetched.body(), S2Described.ofWriter(fetched.description()));
  }
}
