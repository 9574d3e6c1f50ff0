package dev.cairn.acceptance.s2;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import dev.cairn.acceptance.RunningCairn;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** AWS's SDKs with their defaults, at the addresses of S2. */
public final class S2Clients {
  /** Ours. */
  public static final String DOMAIN = "s2.localhost";

  /** BaishanCloud's own. */
  public static final String VENDOR_DOMAIN = "ss.bscstorage.com";

  private S2Clients() {}

  public static S3Client pathStyle(RunningCairn cairn) {
    return S3Client.builder()
        .endpointOverride(cairn.domain(DOMAIN))
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials(cairn))
        .forcePathStyle(true)
        .build();
  }

  /** At the vendor's own address, in a region that one of its demos names. */
  public static S3Client hostStyle(RunningCairn cairn) {
    return S3Client.builder()
        .endpointOverride(cairn.domain(VENDOR_DOMAIN))
        .region(Region.of("bj"))
        .credentialsProvider(credentials(cairn))
        .build();
  }

  public static S3Presigner presigner(RunningCairn cairn) {
    return S3Presigner.builder()
        .endpointOverride(cairn.domain(DOMAIN))
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials(cairn))
        .build();
  }

  private static AwsCredentialsProvider credentials(RunningCairn cairn) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(cairn.accessKeyId(), cairn.secretAccessKey()));
  }

  /** Signs with V2, in the header and in presigned URLs. */
  public static AmazonS3 signatureV2(RunningCairn cairn) {
    return AmazonS3ClientBuilder.standard()
        .withEndpointConfiguration(
            new EndpointConfiguration(cairn.domain(DOMAIN).toString(), "us-east-1"))
        .withCredentials(
            new AWSStaticCredentialsProvider(
                new BasicAWSCredentials(cairn.accessKeyId(), cairn.secretAccessKey())))
        .withClientConfiguration(
            new ClientConfiguration().withSignerOverride("S3SignerType").withMaxErrorRetry(0))
        .build();
  }
}
