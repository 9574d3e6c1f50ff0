package dev.cairn.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootCredentialsTest {

  private static final String ID = "CAIRN_ROOT_ACCESS_KEY_ID";
  private static final String SECRET = "CAIRN_ROOT_SECRET_ACCESS_KEY";

  @TempDir Path folder;

  @Test
  void takesThoseThatAreGiven() {
    RootCredentials credentials = credentials(Map.of(ID, "AKIDROOT", SECRET, "the-secret"));

    assertThat(credentials.key().id()).isEqualTo("AKIDROOT");
    assertThat(credentials.key().secret()).isEqualTo("the-secret");
    assertThat(credentials.file()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void takesThoseThatStandInFiles() throws IOException {
    Path id = Files.writeString(folder.resolve("id"), "AKIDROOT\n");
    Path secret = Files.writeString(folder.resolve("secret"), "the-secret\n");

    RootCredentials credentials =
        credentials(Map.of(ID + "_FILE", id.toString(), SECRET + "_FILE", secret.toString()));

    assertThat(credentials.key().id()).isEqualTo("AKIDROOT");
    assertThat(credentials.key().secret()).isEqualTo("the-secret");
  }

  @Test
  void makesThemOnceAndKeepsThemToTheOwner() throws IOException {
    RootCredentials first = credentials(Map.of());
    RootCredentials second = credentials(Map.of());

    Path file = first.file().orElseThrow();
    assertThat(second.key()).isEqualTo(first.key());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(first.key().secret()).hasSize(40);
    assertThat(first.toString()).doesNotContain(first.key().secret());
    assertThat(folder.toFile().list()).containsExactly("root-credentials.json");
  }

  @Test
  void wantsBothHalves() {
    assertThatThrownBy(() -> credentials(Map.of(ID, "AKIDROOT")))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith(SECRET + ": is missing");
    assertThatThrownBy(() -> credentials(Map.of(SECRET, "the-secret")))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith(ID + ": is missing")
        .hasMessageNotContaining("the-secret");
  }

  @Test
  void refusesAValueAndAFileAtOnce() {
    assertThatThrownBy(() -> credentials(Map.of(ID, "AKIDROOT", ID + "_FILE", "/x")))
        .hasMessageContaining(ID + "_FILE");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(
            () -> credentials(Map.of(ID + "_FILE", folder + "/none", SECRET, "the-secret")))
        .hasMessage(ID + "_FILE: cannot read " + folder + "/none");
  }

  @Test
  void refusesASecretThatCannotBeSentWithoutQuotingIt() {
    assertThatThrownBy(() -> credentials(Map.of(ID, "AKIDROOT", SECRET, "with a space")))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith(SECRET + ": must be")
        .hasMessageNotContaining("with a space");
  }

  @Test
  void refusesADamagedFileWithoutQuotingIt() throws IOException {
    Files.writeString(folder.resolve("root-credentials.json"), "{\"secretAccessKey\":\"abc");

    assertThatThrownBy(() -> credentials(Map.of()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("root-credentials.json")
        .hasMessageNotContaining("abc")
        .hasNoCause();
  }

  private RootCredentials credentials(Map<String, String> environment) {
    return RootCredentials.of(SettingsReader.read(environment).root(), folder);
  }
}
