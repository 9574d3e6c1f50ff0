package dev.cairn.dialect.family.signature;

import dev.cairn.core.access.Credentials;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.protocol.ChunkSignatures;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Authenticates by AWS's signatures V2 and V4. What is wrong with a request in itself is said
 * before its key is looked up; nothing that a signature should cover counts before the signature
 * holds.
 */
public final class AwsAuthenticator implements Authenticator {
  private final AwsRules rules;
  private final Credentials credentials;
  private final Optional<V4Verifier> v4;
  private final V2Verifier v2;
  private final FormSignatures forms;
  private final BodyFraming framing;

  /**
   * @param worker where chunked bodies are hashed
   */
  public AwsAuthenticator(
      AwsRules rules,
      SignatureSettings settings,
      Credentials credentials,
      InstantSource clock,
      Executor worker) {
    SigningTime time = new SigningTime(clock);
    this.rules = rules;
    this.credentials = credentials;
    this.v4 = rules.v4().map(scheme -> new V4Verifier(rules, scheme, settings, time));
    this.v2 = new V2Verifier(rules, settings, time);
    this.forms = new FormSignatures(rules, v2, v4, time);
    this.framing = new BodyFraming(rules, worker);
  }

  @Override
  public Headers effectiveHeaders(RawRequest request) {
    rules.foreign().refuse(request.headers());
    SignatureParameters.requireOneWay(request);
    return HoistedHeaders.with(request, AwsMechanism.of(request, rules), rules);
  }

  @Override
  public Uni<Authentication> authenticate(RequestHead head) {
    return Uni.createFrom()
        .deferred(
            () ->
                switch (mechanism(head)) {
                  case NONE ->
                      forms
                          .find(head)
                          .map(claim -> verified(head, claim))
                          .orElseGet(() -> Uni.createFrom().item(anonymous(head)));
                  case V2_HEADER -> verified(head, v2.ofHeader(head));
                  case V2_QUERY -> verified(head, v2.ofQuery(head));
                  case V4_HEADER -> verified(head, v4.orElseThrow().ofHeader(head));
                  case V4_QUERY -> verified(head, v4.orElseThrow().ofQuery(head));
                });
  }

  private AwsMechanism mechanism(RequestHead head) {
    AwsMechanism mechanism = AwsMechanism.of(head.raw(), rules);
    if (head.form().isPresent() && mechanism != AwsMechanism.NONE) {
      throw new Failure.InvalidArgument("Authorization", "", "a form is signed by its fields")
          .exception();
    }
    return mechanism;
  }

  private Authentication anonymous(RequestHead head) {
    return new Authentication(
        new Caller.Anonymous(), framing.of(head, framing.declared(head), Optional.empty()));
  }

  private Uni<Authentication> verified(RequestHead head, SignatureClaim claim) {
    PayloadDeclaration declared = framing.declared(head);
    return credentials
        .find(claim.accessKeyId(), token(head))
        .map(
            credential -> {
              Optional<ChunkSignatures> ofChunks = claim.verify(credential.key());
              return new Authentication(credential.caller(), framing.of(head, declared, ofChunks));
            });
  }

  /** Two are one that nobody issued. */
  private Optional<String> token(RequestHead head) {
    List<String> sent = head.headers().all(rules.header("security-token"));
    return sent.isEmpty() ? Optional.empty() : Optional.of(String.join(",", sent));
  }
}
