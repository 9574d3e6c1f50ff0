package dev.cairn.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenSecretsKeyTest {

  private static final byte[] GIVEN = new byte[32];

  @TempDir Path folder;

  @Test
  void takesTheOneThatIsGiven() {
    byte[] key = key(Map.of("CAIRN_SECRETS_KEY", Base64.getEncoder().encodeToString(GIVEN)));

    assertThat(key).isEqualTo(GIVEN);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isMadeOnceForItsOwner() throws IOException {
    byte[] first = key(Map.of());
    byte[] second = key(Map.of());

    assertThat(first).hasSize(32).isEqualTo(second).isNotEqualTo(GIVEN);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets.key"))))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not base64!", "c2hvcnQ="})
  void refusesWhatIsNoKeyWithoutQuotingIt(String value) {
    assertThatThrownBy(() -> key(Map.of("CAIRN_SECRETS_KEY", value)))
        .isInstanceOf(StartException.class)
        .hasMessage("CAIRN_SECRETS_KEY: is no base64 of 32 bytes");
  }

  private byte[] key(Map<String, String> environment) {
    return GivenSecretsKey.of(SettingsReader.read(environment), folder).bytes();
  }
}
