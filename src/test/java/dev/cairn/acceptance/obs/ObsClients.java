package dev.cairn.acceptance.obs;

import com.obs.services.ObsClient;
import com.obs.services.ObsConfiguration;
import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.RunningCairn;
import java.util.Optional;

/** The vendor's client, told where Cairn is and how to sign, and nothing else. */
public final class ObsClients {
  public static final String DOMAIN = "obs.localhost";

  private ObsClients() {}

  /** Finds out by itself which form is spoken. */
  public static ObsClient negotiating(RunningCairn cairn) {
    return client(cairn, configuration(cairn, DOMAIN, Optional.empty(), false));
  }

  /** The bucket in the Host. */
  public static ObsClient hostStyle(RunningCairn cairn, AuthTypeEnum signature) {
    return client(cairn, configuration(cairn, DOMAIN, Optional.of(signature), false));
  }

  /** The bucket in the path. */
  public static ObsClient pathStyle(RunningCairn cairn, AuthTypeEnum signature) {
    return client(cairn, configuration(cairn, DOMAIN, Optional.of(signature), true));
  }

  /** An address is no domain: the bucket is in the path by itself. */
  public static ObsClient byAddress(RunningCairn cairn) {
    return client(cairn, configuration(cairn, "127.0.0.1", Optional.empty(), true));
  }

  private static ObsClient client(RunningCairn cairn, ObsConfiguration configuration) {
    return new ObsClient(cairn.accessKeyId(), cairn.secretAccessKey(), configuration);
  }

  private static ObsConfiguration configuration(
      RunningCairn cairn, String endpoint, Optional<AuthTypeEnum> signature, boolean pathStyle) {
    ObsConfiguration configuration = new ObsConfiguration();
    configuration.setEndPoint(endpoint);
    configuration.setHttpsOnly(false);
    configuration.setEndpointHttpPort(cairn.port());
    configuration.setPathStyle(pathStyle);
    signature.ifPresent(
        type -> {
          configuration.setAuthTypeNegotiation(false);
          configuration.setAuthType(type);
        });
    return configuration;
  }
}
