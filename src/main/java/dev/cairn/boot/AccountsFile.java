package dev.cairn.boot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.core.access.AccessKeyRules;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.Failure.InvalidArgument;
import dev.cairn.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The accounts that an operator wants: {@code {"accounts":[{"id","displayName","email","keys":[
 * {"accessKeyId","secretAccessKey"}]}]}}. An unknown field is refused: it is a misspelt one.
 */
record AccountsFile(List<Entry> entries) {

  /** An account with the keys that it is to have. */
  record Entry(Account account, List<AccessKey> keys) {}

  private static final String VARIABLE = "CAIRN_ACCOUNTS_FILE: ";

  static AccountsFile read(Path file) {
    String json;
    try {
      json = Files.readString(file);
    } catch (IOException e) {
      throw new StartException(VARIABLE + "cannot read " + file, e);
    }
    return parse(json);
  }

  static AccountsFile parse(String json) {
    JsonNode root = tree(json);
    only(root, "the file", Set.of("accounts"));
    List<Entry> entries = new ArrayList<>();
    for (JsonNode account : list(root, "accounts", "the file")) {
      entries.add(entry(account, "account " + (entries.size() + 1)));
    }
    return new AccountsFile(entries);
  }

  private static Entry entry(JsonNode node, String where) {
    only(node, where, Set.of("id", "displayName", "email", "keys"));
    String id = text(node, "id", where);
    if (id.equals(RootCredentials.ROOT.id().value())) {
      throw refused(where, "root is not one of these: its key is a setting");
    }
    try {
      Account account =
          AccessKeyRules.account(id, optional(node, "displayName"), optional(node, "email"));
      List<AccessKey> keys = new ArrayList<>();
      for (JsonNode key : list(node, "keys", where)) {
        String at = where + ", key " + (keys.size() + 1);
        only(key, at, Set.of("accessKeyId", "secretAccessKey"));
        keys.add(
            AccessKeyRules.key(
                text(key, "accessKeyId", at), text(key, "secretAccessKey", at), account));
      }
      return new Entry(account, keys);
    } catch (FailureException e) {
      InvalidArgument refusal = (InvalidArgument) e.failure();
      throw refused(where, refusal.name() + " must be " + refusal.reason());
    }
  }

  private static JsonNode tree(String json) {
    try {
      // What stands around an error may be a secret: only the place is told.
      return JsonMapper.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readTree(json);
    } catch (JsonProcessingException e) {
      throw new StartException(
          VARIABLE
              + "no JSON at line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  private static void only(JsonNode node, String where, Set<String> known) {
    if (!node.isObject()) {
      throw refused(where, "is no JSON object");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw refused(where, "has an unknown field " + name);
              }
            });
  }

  private static JsonNode list(JsonNode node, String field, String where) {
    JsonNode list = node.path(field);
    if (!list.isArray() && !list.isMissingNode()) {
      throw refused(where, field + " is no list");
    }
    return list;
  }

  private static String text(JsonNode node, String field, String where) {
    if (!node.path(field).isTextual()) {
      throw refused(where, field + " is missing or no text");
    }
    return node.path(field).textValue();
  }

  private static String optional(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private static StartException refused(String where, String reason) {
    return new StartException(VARIABLE + where + ": " + reason);
  }
}
