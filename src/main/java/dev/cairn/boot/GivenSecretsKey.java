package dev.cairn.boot;

import dev.cairn.persistence.SecretsKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The key that encrypts secrets in the database: given, or made once in the data folder. */
final class GivenSecretsKey {

  private static final int BYTES = 32;
  private static final String PROPERTY = "cairn.secrets-key";

  private GivenSecretsKey() {}

  static SecretsKey of(Settings settings, Path dataFolder) {
    Optional<String> given =
        GivenSecret.of(PROPERTY, settings.secretsKey(), settings.secretsKeyFile());
    if (given.isPresent()) {
      return decoded(given.get())
          .orElseThrow(() -> SettingsReader.refused(PROPERTY, "is no base64 of 32 bytes"));
    }
    Path file = dataFolder.resolve("secrets.key");
    return decoded(SecretFile.readOrMake(file, GivenSecretsKey::fresh).strip())
        .orElseThrow(() -> new StartException(file + " is no base64 of 32 bytes"));
  }

  private static String fresh() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key) + "\n";
  }

  private static Optional<SecretsKey> decoded(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      return Optional.of(new SecretsKey(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
