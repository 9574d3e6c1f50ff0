package dev.cairn.gateway;

import dev.cairn.core.Call;
import dev.cairn.core.access.Gatekeeper;
import dev.cairn.core.access.Permission;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Bucket;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Whether the caller may do what the head of a request asks for: first what a session leaves, then
 * the addressed bucket and that of a copy source. What is in them decides later, when it is found.
 */
record AuthoriseStage(Gatekeeper gatekeeper, Vocabulary words) {
  /**
   * The call to execute; fails with {@link Failure.AccessDenied} and {@link Failure.NoSuchBucket}.
   */
  Uni<Call> admit(Caller caller, RequestHead head, Decoded<?> decoded) {
    new SessionGate(words.headerPrefix()).admit(caller, head, decoded);
    Optional<Permission> permission = head.operation().permission();
    if (permission.isEmpty()) {
      if (caller.findAccount().isEmpty()) {
        throw new Failure.AccessDenied("anonymous callers may not do this").exception();
      }
      return Uni.createFrom().item(new Call(caller, Optional.empty(), Optional.empty()));
    }
    return gatekeeper
        .admit(
            caller,
            permission.get(),
            head.address().bucket().orElseThrow(),
            decoded.expectedOwner())
        .chain(bucket -> admitSource(caller, decoded).map(source -> call(caller, bucket, source)));
  }

  private Uni<Optional<Bucket>> admitSource(Caller caller, Decoded<?> decoded) {
    if (decoded.source().isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    Decoded.Source source = decoded.source().get();
    return gatekeeper
        .admit(caller, Permission.READ_OBJECT, source.bucket(), source.expectedOwner())
        .map(Optional::of);
  }

  private Call call(Caller caller, Bucket bucket, Optional<Bucket> source) {
    return new Call(caller, Optional.of(bucket), source, words.acls().ownership());
  }
}
