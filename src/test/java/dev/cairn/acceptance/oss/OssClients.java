package dev.cairn.acceptance.oss;

import com.aliyun.oss.ClientBuilderConfiguration;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSClientBuilder;
import com.aliyun.oss.common.auth.DefaultCredentialProvider;
import com.aliyun.oss.common.comm.SignVersion;
import dev.cairn.acceptance.RunningCairn;
import java.net.URI;

/** The SDK's clients with their defaults: checks of CRCs and MD5s are on. */
public final class OssClients {
  static final String REGION = "cn-hangzhou";

  private OssClients() {}

  /** As it comes: signature V1, the bucket in the Host. */
  public static OSS hostStyle(RunningCairn cairn) {
    return client(domain(cairn), cairn, new ClientBuilderConfiguration());
  }

  /** An address instead of a name: the bucket is in the path. */
  public static OSS pathStyle(RunningCairn cairn) {
    ClientBuilderConfiguration configuration = new ClientBuilderConfiguration();
    configuration.setSLDEnabled(true);
    return client(cairn.endpoint(), cairn, configuration);
  }

  public static OSS signatureV4(RunningCairn cairn) {
    ClientBuilderConfiguration configuration = new ClientBuilderConfiguration();
    configuration.setSignatureVersion(SignVersion.V4);
    return client(domain(cairn), cairn, configuration);
  }

  public static OSS signatureV4PathStyle(RunningCairn cairn) {
    ClientBuilderConfiguration configuration = new ClientBuilderConfiguration();
    configuration.setSignatureVersion(SignVersion.V4);
    configuration.setSLDEnabled(true);
    return client(cairn.endpoint(), cairn, configuration);
  }

  private static OSS client(
      URI endpoint, RunningCairn cairn, ClientBuilderConfiguration configuration) {
    return OSSClientBuilder.create()
        .endpoint(endpoint.toString())
        .region(REGION)
        .credentialsProvider(
            new DefaultCredentialProvider(cairn.accessKeyId(), cairn.secretAccessKey()))
        .clientConfiguration(configuration)
        .build();
  }

  private static URI domain(RunningCairn cairn) {
    return cairn.domain("oss.localhost");
  }
}
