package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.RunningCairn;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The SDK's clients with their defaults: nothing softens checksums or signing. */
public final class AwsClients {
  private AwsClients() {}

  public static S3Client pathStyle(RunningCairn cairn) {
    return S3Client.builder()
        .endpointOverride(cairn.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials(cairn))
        .forcePathStyle(true)
        .build();
  }

  public static S3Client hostStyle(RunningCairn cairn) {
    return at(domain(cairn), cairn);
  }

  /** At a host of Alibaba Cloud OSS. */
  static S3Client atOss(RunningCairn cairn) {
    return at(cairn.domain("oss.localhost"), cairn);
  }

  private static S3Client at(URI endpoint, RunningCairn cairn) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials(cairn))
        .build();
  }

  public static S3AsyncClient async(RunningCairn cairn) {
    return S3AsyncClient.builder()
        .endpointOverride(domain(cairn))
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials(cairn))
        .build();
  }

  /** Splits what is larger than a part by itself. */
  public static S3AsyncClient multipart(RunningCairn cairn) {
    return S3AsyncClient.builder()
        .endpointOverride(cairn.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials(cairn))
        .forcePathStyle(true)
        .multipartEnabled(true)
        .build();
  }

  public static S3Presigner presigner(RunningCairn cairn) {
    return S3Presigner.builder()
        .endpointOverride(domain(cairn))
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials(cairn))
        .build();
  }

  static AwsCredentialsProvider credentials(RunningCairn cairn) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(cairn.accessKeyId(), cairn.secretAccessKey()));
  }

  private static URI domain(RunningCairn cairn) {
    return cairn.domain("s3.localhost");
  }
}
