package dev.cairn.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  @Test
  void hasDefaultsForEverything() {
    Settings settings = SettingsReader.read(Map.of());

    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.managementPort()).isEqualTo(9001);
    assertThat(settings.dataDir()).isEqualTo(Path.of("./data"));
    assertThat(settings.databaseUrl()).isEmpty();
    assertThat(settings.root().accessKeyId()).isEmpty();
    assertThat(settings.domains().s3()).isEmpty();
    assertThat(settings.uploadsRemembered()).isEqualTo(Duration.ofHours(24));
    assertThat(settings.garbageDelay()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.restoreDelay()).isZero();
    assertThat(settings.inlineLimit().asLongValue()).isEqualTo(16 * 1024);
    assertThat(settings.legacySignatures()).isTrue();
  }

  @Test
  void readsEveryVariableByItsName() {
    Settings settings =
        SettingsReader.read(
            Map.ofEntries(
                Map.entry("CAIRN_PORT", "8000"),
                Map.entry("CAIRN_MANAGEMENT_PORT", "8001"),
                Map.entry("CAIRN_DATA_DIR", "/srv/cairn"),
                Map.entry("CAIRN_DATABASE_URL", "postgresql://u:p@h/n"),
                Map.entry("CAIRN_POSTGRES_BIN", "/usr/lib/postgresql/18/bin"),
                Map.entry("CAIRN_ROOT_ACCESS_KEY_ID", "AKID"),
                Map.entry("CAIRN_ROOT_SECRET_ACCESS_KEY_FILE", "/run/secrets/root"),
                Map.entry("CAIRN_DOMAINS_S3", "s3.example.org,s3.example.net"),
                Map.entry("CAIRN_ACCOUNTS_FILE", "/etc/cairn/accounts.json"),
                Map.entry("CAIRN_BUCKETS", "a-bucket,b-bucket"),
                Map.entry("CAIRN_REGION", "eu-west-1"),
                Map.entry("CAIRN_SECRETS_KEY_FILE", "/run/secrets/key"),
                Map.entry("CAIRN_BODY_TIMEOUT", "45s"),
                Map.entry("CAIRN_UPLOADS_REMEMBERED", "2h"),
                Map.entry("CAIRN_GARBAGE_DELAY", "1m"),
                Map.entry("CAIRN_WRITE_LEASE", "2m"),
                Map.entry("CAIRN_RESTORE_DELAY", "3h"),
                Map.entry("CAIRN_INLINE_LIMIT", "32K"),
                Map.entry("CAIRN_BODY_MEMORY", "64M"),
                Map.entry("CAIRN_LEGACY_SIGNATURES", "false")));

    assertThat(settings.port()).isEqualTo(8000);
    assertThat(settings.managementPort()).isEqualTo(8001);
    assertThat(settings.dataDir()).isEqualTo(Path.of("/srv/cairn"));
    assertThat(settings.databaseUrl()).contains("postgresql://u:p@h/n");
    assertThat(settings.postgresBin()).contains(Path.of("/usr/lib/postgresql/18/bin"));
    assertThat(settings.root().accessKeyId()).contains("AKID");
    assertThat(settings.root().secretAccessKeyFile()).contains(Path.of("/run/secrets/root"));
    assertThat(settings.domains().s3()).contains(List.of("s3.example.org", "s3.example.net"));
    assertThat(settings.accountsFile()).contains(Path.of("/etc/cairn/accounts.json"));
    assertThat(settings.buckets()).contains(List.of("a-bucket", "b-bucket"));
    assertThat(settings.region()).contains("eu-west-1");
    assertThat(settings.secretsKeyFile()).contains(Path.of("/run/secrets/key"));
    assertThat(settings.uploadsRemembered()).isEqualTo(Duration.ofHours(2));
    assertThat(settings.garbageDelay()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.writeLease()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.restoreDelay()).isEqualTo(Duration.ofHours(3));
    assertThat(settings.inlineLimit().asLongValue()).isEqualTo(32 * 1024);
    assertThat(settings.legacySignatures()).isFalse();
  }

  @Test
  void isToldOfEveryMappingThereIs() {
    JavaClasses service =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.cairn");

    assertThat(service)
        .filteredOn(type -> type.isAnnotatedWith(ConfigMapping.class))
        .extracting(JavaClass::getName)
        .containsExactlyInAnyOrderElementsOf(
            SettingsReader.MAPPINGS.stream().map(Class::getName).toList());
  }

  @Test
  void theReadmeListsEverySetting() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(SettingsReader.names())
        .hasSizeGreaterThan(20)
        .map(SettingsReader::variable)
        .allSatisfy(
            name -> // most secrets can stand in a file too, and the row says so
            assertThat(readme)
                    .containsAnyOf("`" + name + "`", "`" + name.replaceFirst("_FILE$", "") + "`"));
  }

  @ParameterizedTest
  @CsvSource({
    "CAIRN_PORT, abc",
    "CAIRN_PORT, 70000",
    "CAIRN_PORT, -1",
    "CAIRN_MANAGEMENT_PORT, 9000",
    "CAIRN_BODY_TIMEOUT, soon",
    "CAIRN_BODY_TIMEOUT, 0s",
    "CAIRN_GARBAGE_DELAY, -5m",
    "CAIRN_WRITE_LEASE, 0s",
    "CAIRN_RESTORE_DELAY, -1s",
    "CAIRN_INLINE_LIMIT, much",
    "CAIRN_INLINE_LIMIT, 2M",
    "CAIRN_BODY_MEMORY, 3X",
    "CAIRN_LIMITS_HEADERS, 0",
    "CAIRN_LIMITS_DOCUMENTS, 3G",
    "CAIRN_LIMITS_IDLE, 0s",
    "CAIRN_LIMITS_CONNECTIONS, 0",
    "CAIRN_LIMITS_CONNECTIONS_PER_ADDRESS, -1",
    "CAIRN_LIMITS_REQUESTS_PER_SECOND, none",
  })
  void namesTheVariableThatIsWrongInOneLine(String variable, String value) {
    assertThatThrownBy(() -> SettingsReader.read(Map.of(variable, value)))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith(variable + ": ")
        .hasMessageNotContainingAny("\n", "SRCFG");
  }
}
