package dev.cairn.acceptance.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import java.util.Base64;
import java.util.UUID;

/** Accounts beside root, and readers who are nobody. */
interface UsesAccounts extends UsesWire {
  /** An account: the same Cairn, as its holder sees it. */
  record Holder(String id, String email, RunningCairn cairn) {}

  /** A new account with a key, by the admin API. */
  default Holder holder(String name) {
    String id = name + "-" + UUID.randomUUID();
    String email = id + "@example.com";
    String secret = "secret-of-" + id;
    admin(
        "/-/admin/v1/accounts",
        "{\"id\":\"%s\",\"displayName\":\"%s\",\"email\":\"%s\"}".formatted(id, name, email));
    admin(
        "/-/admin/v1/accounts/" + id + "/keys",
        "{\"accessKeyId\":\"AK%s\",\"secretAccessKey\":\"%s\"}".formatted(id, secret));
    RunningCairn root = cairn();
    return new Holder(
        id,
        email,
        new RunningCairn(root.port(), "AK" + id, secret, root.dataFolder(), root.database()));
  }

  private void admin(String path, String json) {
    String login = cairn().accessKeyId() + ":" + cairn().secretAccessKey();
    WireAnswer answer =
        send(
            request("POST", path)
                .with("Content-Type", "application/json")
                .with(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                .body(json));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
  }

  /** An unsigned request to a bucket or an object. */
  default WireAnswer unsigned(String method, String path) {
    return send(request(method, path));
  }
}
