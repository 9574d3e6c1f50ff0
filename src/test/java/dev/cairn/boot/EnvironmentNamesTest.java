package dev.cairn.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"CAIRN_PROT", "CAIRN_DATADIR", "CAIRN_ROOT_SECRET", "CAIRN_"})
  void tellsOfWhatIsMisspelt(String name) {
    assertThat(EnvironmentNames.warnings(Map.of(name, "secret")))
        .containsExactly(name + " is no setting, and is ignored");
  }

  @ParameterizedTest
  @CsvSource({
    "CAIRN_PORT, 9000",
    "CAIRN_DATA_DIR, /srv",
    "CAIRN_ROOT_SECRET_ACCESS_KEY_FILE, /run/secret",
    "CAIRN_DOMAINS_S3, s3.example.org",
    "CAIRN_BODY_TIMEOUT, 30s",
    "CAIRNS, 3",
    "PATH, /bin",
  })
  void saysNothingOfSettingsAndOfOthersNames(String name, String value) {
    assertThat(EnvironmentNames.warnings(Map.of(name, value))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAIRN_SERVICE_HOST",
        "CAIRN_SERVICE_PORT",
        "CAIRN_SERVICE_PORT_HTTP",
        "CAIRN_PORT_9000_TCP",
        "CAIRN_PORT_9000_TCP_ADDR",
        "CAIRN_POSTGRES_SERVICE_HOST",
        "CAIRN_POSTGRES_PORT",
      })
  void saysNothingOfWhatKubernetesNamesAfterServices(String name) {
    assertThat(EnvironmentNames.warnings(Map.of(name, "10.0.0.1"))).isEmpty();
  }

  @Test
  void isNotStoppedByAnAddressWhereAPortBelongs() {
    Map<String, String> environment =
        Map.of(
            "CAIRN_PORT", "tcp://10.0.0.1:9000",
            "CAIRN_MANAGEMENT_PORT", "tcp://10.0.0.2:9001",
            "CAIRN_REGION", "eu");

    Settings settings = SettingsReader.read(environment);

    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.managementPort()).isEqualTo(9001);
    assertThat(settings.region()).contains("eu");
    assertThat(EnvironmentNames.warnings(environment))
        .containsExactly(
            "CAIRN_PORT is the address of a Kubernetes service, and is ignored",
            "CAIRN_MANAGEMENT_PORT is the address of a Kubernetes service, and is ignored");
  }
}
