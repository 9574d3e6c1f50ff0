package dev.cairn.dialect.s2;

import dev.cairn.core.access.AccessControl;
import dev.cairn.dialect.AclWords;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AclForm;
import dev.cairn.dialect.family.codec.AclHeaders;
import dev.cairn.dialect.family.codec.GroupUris;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists of rights by id, as S2's pages have them in JSON. */
final class S2AclJson implements AclForm {
  /** What full control is made of. */
  private static final Set<Right> ALL =
      EnumSet.of(Right.READ, Right.WRITE, Right.READ_ACP, Right.WRITE_ACP);

  private static final Headers JSON =
      Headers.builder().add("Content-Type", "application/json").build();

  private final AclWords words;

  S2AclJson(Vocabulary words) {
    this.words = words.acls();
  }

  @Override
  public Answer write(AccessControl shown, RequestHead head) {
    Map<String, Set<Right>> rights = new LinkedHashMap<>();
    for (Grant grant : shown.grants()) {
      rights
          .computeIfAbsent(id(grant.grantee()), id -> EnumSet.noneOf(Right.class))
          .addAll(grant.right() == Right.FULL_CONTROL ? ALL : Set.of(grant.right()));
    }
    JsonObject acl = new JsonObject();
    rights.forEach((id, granted) -> acl.put(id, words(granted)));
    JsonObject document = new JsonObject().put("Owner", shown.owner().id().value()).put("ACL", acl);
    return Answer.document(200, JSON, document.toBuffer().getBytes());
  }

  private static JsonArray words(Set<Right> rights) {
    JsonArray words = new JsonArray();
    rights.forEach(right -> words.add(right.name().toLowerCase(Locale.ROOT)));
    return words;
  }

  private String id(Grantee grantee) {
    return switch (grantee) {
      case Grantee.Known(AccountId account) -> account.value();
      case Grantee.Group.EVERYONE -> S2Vocabulary.EVERYONE;
      case Grantee.Group.AUTHENTICATED -> S2Vocabulary.AUTHENTICATED;
      // The one group that has no id.
      case Grantee.Group.LOG_DELIVERY -> GroupUris.of(Grantee.Group.LOG_DELIVERY);
      case Grantee.Addressed addressed -> throw new IllegalStateException("an unknown account");
    };
  }

  @Override
  public Stated read(byte[] document, RequestHead head) {
    JsonObject json;
    try {
      json = new JsonObject(Buffer.buffer(document));
    } catch (DecodeException e) {
      throw malformed("not JSON");
    }
    List<Grant> grants = new ArrayList<>();
    for (Map.Entry<String, Object> entry : json) {
      if (entry.getKey().isEmpty() || !(entry.getValue() instanceof JsonArray rights)) {
        throw malformed("rights by id are expected");
      }
      grants.addAll(grants(grantee(entry.getKey()), rights));
    }
    return new Stated(new Acl.Granted(grants), Optional.empty());
  }

  private Grantee grantee(String id) {
    return id.equals(GroupUris.of(Grantee.Group.LOG_DELIVERY))
        ? Grantee.Group.LOG_DELIVERY
        : AclHeaders.account(words, id);
  }

  private static List<Grant> grants(Grantee grantee, JsonArray rights) {
    Set<Right> granted = EnumSet.noneOf(Right.class);
    rights.forEach(word -> granted.add(right(word)));
    return granted.containsAll(ALL)
        ? List.of(new Grant(grantee, Right.FULL_CONTROL))
        : granted.stream().map(right -> new Grant(grantee, right)).toList();
  }

  private static Right right(Object word) {
    for (Right right : Right.values()) {
      if (right.name().toLowerCase(Locale.ROOT).equals(word)) {
        return right;
      }
    }
    throw malformed("no such right");
  }

  private static RuntimeException malformed(String reason) {
    return new Failure.MalformedAcl(reason).exception();
  }
}
