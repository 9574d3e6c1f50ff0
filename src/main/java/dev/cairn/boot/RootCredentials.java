package dev.cairn.boot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.core.access.AccessKeyMaker;
import dev.cairn.core.access.AccessKeyRules;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Failure.InvalidArgument;
import dev.cairn.model.FailureException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The access key of the root account: the one that was given, or one that the first start makes.
 *
 * @param file where it is kept; empty when it was given
 */
record RootCredentials(AccessKey key, Optional<Path> file) {

  static final Account ROOT = new Account(new AccountId("root"), "root", "");

  private static final String KEY_ID = "accessKeyId";
  private static final String SECRET = "secretAccessKey";
  private static final String ID_PROPERTY = "cairn.root.access-key-id";
  private static final String SECRET_PROPERTY = "cairn.root.secret-access-key";

  static RootCredentials of(Settings.Root given, Path dataFolder) {
    Optional<String> id = GivenSecret.of(ID_PROPERTY, given.accessKeyId(), given.accessKeyIdFile());
    Optional<String> secret =
        GivenSecret.of(SECRET_PROPERTY, given.secretAccessKey(), given.secretAccessKeyFile());
    if (id.isPresent() != secret.isPresent()) {
      throw SettingsReader.refused(
          id.isPresent() ? SECRET_PROPERTY : ID_PROPERTY, "is missing, the other half is given");
    }
    return id.isPresent()
        ? new RootCredentials(given(id.get(), secret.get()), Optional.empty())
        : kept(dataFolder.resolve("root-credentials.json"));
  }

  private static AccessKey given(String id, String secret) {
    try {
      return AccessKeyRules.key(id, secret, ROOT);
    } catch (FailureException e) {
      InvalidArgument refusal = (InvalidArgument) e.failure();
      throw SettingsReader.refused(
          refusal.name().equals(KEY_ID) ? ID_PROPERTY : SECRET_PROPERTY,
          "must be " + refusal.reason());
    }
  }

  private static RootCredentials kept(Path file) {
    String json = SecretFile.readOrMake(file, RootCredentials::fresh);
    try {
      JsonNode node = new ObjectMapper().readTree(json);
      AccessKey key =
          AccessKeyRules.key(node.path(KEY_ID).asText(), node.path(SECRET).asText(), ROOT);
      return new RootCredentials(key, Optional.of(file));
    } catch (JsonProcessingException | FailureException e) {
      // Neither cause is passed on: both may quote the secret.
      throw new StartException(file + " holds no " + KEY_ID + " and " + SECRET);
    }
  }

  private static String fresh() {
    AccessKeyMaker maker = new AccessKeyMaker(new SecureRandom());
    return new ObjectMapper()
            .createObjectNode()
            .put(KEY_ID, maker.newId())
            .put(SECRET, maker.newSecret())
            .toPrettyString()
        + "\n";
  }
}
