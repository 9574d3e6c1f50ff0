package dev.cairn.acceptance.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;

/** Accounts that have a key, and nothing else. */
public interface UsesStrangers extends UsesWire {
  /** The key of a new account, by the admin API. */
  default SignerV4 stranger() {
    String account = "stranger-" + UUID.randomUUID();
    SignerV4 signer = new SignerV4("AKID" + account, "secret/of+a-stranger");
    admin("/-/admin/v1/accounts", "{\"id\":\"" + account + "\",\"displayName\":\"Stranger\"}");
    admin(
        "/-/admin/v1/accounts/" + account + "/keys",
        "{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\"}"
            .formatted(signer.accessKeyId(), signer.secret()));
    return signer;
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
}
