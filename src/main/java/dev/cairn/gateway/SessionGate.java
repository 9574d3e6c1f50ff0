package dev.cairn.gateway;

import dev.cairn.dialect.Actions;
import dev.cairn.dialect.Address;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Access;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Holds callers with temporary credentials to what their session leaves them. Whoever passes may
 * still be refused: a session gives nothing.
 */
final class SessionGate {
  private static final String PUT_ACL = "s3:PutObjectAcl";
  private static final String PUT_TAGS = "s3:PutObjectTagging";

  private final String headerPrefix;

  /**
   * @param headerPrefix of the dialect's control headers
   */
  SessionGate(String headerPrefix) {
    this.headerPrefix = headerPrefix;
  }

  /**
   * @throws dev.cairn.model.FailureException {@link Failure.AccessDenied}
   */
  void admit(Caller caller, RequestHead head, Decoded<?> decoded) {
    if (caller.findSession().isEmpty()) {
      return;
    }
    Actions.of(head.operation())
        .ifPresent(
            action -> {
              require(caller, listed(to(action, head.address()), head));
              for (String further : further(head)) {
                require(caller, to(further, head.address()));
              }
            });
    decoded
        .source()
        .ifPresent(source -> require(caller, Access.read(source.bucket(), source.key())));
  }

  /** What headers ask for besides the operation. */
  private List<String> further(RequestHead head) {
    boolean acl = hasHeader(head, "acl") || hasHeader(head, "object-acl") || hasGrants(head);
    boolean onBucket = head.operation() == Operation.CreateBucket;
    if (onBucket) {
      return acl ? List.of("s3:PutBucketAcl") : List.of();
    }
    boolean tags = hasHeader(head, "tagging");
    if (acl) {
      return tags ? List.of(PUT_ACL, PUT_TAGS) : List.of(PUT_ACL);
    }
    return tags ? List.of(PUT_TAGS) : List.of();
  }

  /** Of a form, some fields go without the prefix. */
  private boolean hasHeader(RequestHead head, String suffix) {
    return head.headers().has(headerPrefix + suffix)
        || (head.form().isPresent() && head.headers().has(suffix));
  }

  private boolean hasGrants(RequestHead head) {
    for (String name : head.headers().names()) {
      if (name.startsWith(headerPrefix + "grant-")) {
        return true;
      }
    }
    return false;
  }

  private static Access to(String action, Address address) {
    if (address.bucket().isEmpty()) {
      return Access.toService(action);
    }
    return address
        .key()
        .map(key -> Access.toObject(action, address.bucket().get(), key))
        .orElseGet(() -> Access.toBucket(action, address.bucket().get()));
  }

  /** What conditions may ask about a listing. */
  private static Access listed(Access access, RequestHead head) {
    Access told = access;
    if (head.address().scope() == Scope.BUCKET) {
      for (String parameter : List.of("prefix", "delimiter")) {
        Optional<String> value = head.query().find(parameter);
        if (value.isPresent()) {
          told = told.with("s3:" + parameter, value.get());
        }
      }
    }
    return told;
  }

  private static void require(Caller caller, Access access) {
    if (!caller.isLeft(access)) {
      throw new Failure.AccessDenied(
              "the session may not " + access.action() + " on " + access.resource())
          .exception();
    }
  }
}
