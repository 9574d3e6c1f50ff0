package dev.cairn.acceptance.s3;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import dev.cairn.acceptance.RunningCairn;

/** Clients of the AWS SDK for Java 1. */
public final class AwsV1Clients {
  private AwsV1Clients() {}

  /** Signs with V2, in the header and in presigned URLs. */
  public static AmazonS3 signatureV2(RunningCairn cairn) {
    return AmazonS3ClientBuilder.standard()
        .withEndpointConfiguration(
            new EndpointConfiguration(cairn.endpoint().toString(), "us-east-1"))
        .withCredentials(
            new AWSStaticCredentialsProvider(
                new BasicAWSCredentials(cairn.accessKeyId(), cairn.secretAccessKey())))
        .withClientConfiguration(
            new ClientConfiguration().withSignerOverride("S3SignerType").withMaxErrorRetry(0))
        .withPathStyleAccessEnabled(true)
        .build();
  }
}
