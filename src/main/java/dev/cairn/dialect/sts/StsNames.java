package dev.cairn.dialect.sts;

import dev.cairn.model.Account;
import dev.cairn.model.Session;
import dev.cairn.model.Session.Identity;
import dev.cairn.protocol.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a caller is called.
 *
 * @param userId unique, of whoever it is
 */
record StsNames(String arn, String userId) {
  private static final int ROLE_ID = 17;

  static StsNames of(Account account, Identity identity) {
    String id = account.id().value();
    return switch (identity) {
      case Identity.Self() -> new StsNames("arn:aws:iam::" + id + ":root", id);
      case Identity.AssumedRole(String role, String name) ->
          new StsNames(
              "arn:aws:sts::%s:assumed-role/%s/%s".formatted(id, role, name),
              roleId(id, role) + ":" + name);
      case Identity.Federated(String name) ->
          new StsNames("arn:aws:sts::%s:federated-user/%s".formatted(id, name), id + ":" + name);
    };
  }

  static StsNames of(Account account, Session session) {
    return of(account, session.identity());
  }

  /** The same for the same role, as if there were one. */
  private static String roleId(String account, String role) {
    byte[] digest = Hashes.sha256((account + "/" + role).getBytes(StandardCharsets.UTF_8));
    return "AROA" + Hashes.hex(digest).substring(0, ROLE_ID).toUpperCase(Locale.ROOT);
  }
}
