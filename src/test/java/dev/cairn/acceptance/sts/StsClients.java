package dev.cairn.acceptance.sts;

import com.aliyun.oss.ClientBuilderConfiguration;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSClientBuilder;
import com.aliyun.oss.common.auth.DefaultCredentialProvider;
import com.aliyun.oss.common.comm.SignVersion;
import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicSessionCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.obs.services.ObsClient;
import com.obs.services.ObsConfiguration;
import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.RunningCairn;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The vendors' clients with their defaults, told who they are by temporary credentials. */
final class StsClients {
  private StsClients() {}

  /** With root's long-lived key. */
  static StsClient sts(URI endpoint, RunningCairn cairn) {
    return sts(
        endpoint,
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(cairn.accessKeyId(), cairn.secretAccessKey())));
  }

  static StsClient sts(URI endpoint, AwsCredentialsProvider credentials) {
    return StsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials)
        .build();
  }

  static AwsCredentialsProvider provider(Credentials credentials) {
    return StaticCredentialsProvider.create(
        AwsSessionCredentials.create(
            credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()));
  }

  static S3Client s3(URI endpoint, AwsCredentialsProvider credentials) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials)
        .forcePathStyle(true)
        .build();
  }

  static S3Presigner presigner(URI endpoint, AwsCredentialsProvider credentials) {
    return S3Presigner.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials)
        .build();
  }

  /** Version 1 of the SDK, which signs with V2. */
  static AmazonS3 signatureV2(URI endpoint, Credentials credentials) {
    return AmazonS3ClientBuilder.standard()
        .withEndpointConfiguration(new EndpointConfiguration(endpoint.toString(), "us-east-1"))
        .withCredentials(
            new AWSStaticCredentialsProvider(
                new BasicSessionCredentials(
                    credentials.accessKeyId(),
                    credentials.secretAccessKey(),
                    credentials.sessionToken())))
        .withClientConfiguration(
            new ClientConfiguration().withSignerOverride("S3SignerType").withMaxErrorRetry(0))
        .withPathStyleAccessEnabled(true)
        .build();
  }

  static OSS oss(RunningCairn cairn, SignVersion version, Credentials credentials) {
    ClientBuilderConfiguration configuration = new ClientBuilderConfiguration();
    configuration.setSignatureVersion(version);
    return OSSClientBuilder.create()
        .endpoint(cairn.domain("oss.localhost").toString())
        .region("cn-hangzhou")
        .credentialsProvider(
            new DefaultCredentialProvider(
                credentials.accessKeyId(),
                credentials.secretAccessKey(),
                credentials.sessionToken()))
        .clientConfiguration(configuration)
        .build();
  }

  static ObsClient obs(RunningCairn cairn, AuthTypeEnum signature, Credentials credentials) {
    ObsConfiguration configuration = new ObsConfiguration();
    configuration.setEndPoint("obs.localhost");
    configuration.setHttpsOnly(false);
    configuration.setEndpointHttpPort(cairn.port());
    configuration.setPathStyle(false);
    configuration.setAuthTypeNegotiation(false);
    configuration.setAuthType(signature);
    return new ObsClient(
        credentials.accessKeyId(),
        credentials.secretAccessKey(),
        credentials.sessionToken(),
        configuration);
  }
}
