package dev.cairn.acceptance.s2;

import dev.cairn.acceptance.s3.AwsSyncStoreClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The AWS SDK for Java 2 at S2. */
public final class S2StoreClient extends AwsSyncStoreClient {
  public S2StoreClient(S3Client s2) {
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
