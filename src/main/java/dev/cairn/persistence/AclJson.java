package dev.cairn.persistence;

import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.Grant;
import dev.cairn.model.Grantee;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Access control lists as documents; null for a private one, the usual case. */
final class AclJson {
  private static final String CANNED = "canned";
  private static final String INHERITED = "inherited";
  private static final String GRANTS = "grants";

  private static final String ACCOUNT = "account";
  private static final String GROUP = "group";
  private static final String RIGHT = "right";
  private static final String DELIVERED = "delivered";
  private static final String APART = "apart";

  private AclJson() {}

  static JsonObject of(Acl acl) {
    if (acl.equals(Acl.PRIVATE)) {
      return null;
    }
    return switch (acl) {
      case Acl.Canned(CannedAcl word) -> new JsonObject().put(CANNED, word.name());
      case Acl.Inherited inherited -> new JsonObject().put(INHERITED, true);
      case Acl.Granted granted -> {
        JsonArray grants = new JsonArray();
        granted.list().forEach(grant -> grants.add(of(grant)));
        JsonObject json = new JsonObject().put(GRANTS, grants);
        yield granted.delivered() ? json : json.put(APART, true);
      }
    };
  }

  private static JsonObject of(Grant grant) {
    JsonObject json = new JsonObject().put(RIGHT, grant.right().name());
    switch (grant.grantee()) {
      case Grantee.Known(AccountId account) -> json.put(ACCOUNT, account.value());
      case Grantee.Group group -> json.put(GROUP, group.name());
      case Grantee.Addressed addressed ->
          throw new IllegalStateException("an account that nobody has looked up");
    }
    return grant.delivered() ? json.put(DELIVERED, true) : json;
  }

  static Acl acl(JsonObject json) {
    if (json == null) {
      return Acl.PRIVATE;
    }
    if (json.containsKey(CANNED)) {
      return new Acl.Canned(CannedAcl.valueOf(json.getString(CANNED)));
    }
    return json.containsKey(INHERITED)
        ? new Acl.Inherited()
        : new Acl.Granted(
            json.getJsonArray(GRANTS).stream().map(each -> grant((JsonObject) each)).toList(),
            !json.getBoolean(APART, false));
  }

  private static Grant grant(JsonObject json) {
    String account = json.getString(ACCOUNT);
    return new Grant(
        account == null
            ? Grantee.Group.valueOf(json.getString(GROUP))
            : new Grantee.Known(new AccountId(account)),
        Grant.Right.valueOf(json.getString(RIGHT)),
        json.getBoolean(DELIVERED, false));
  }
}
