package dev.cairn.dialect.oss;

import dev.cairn.core.access.Credentials;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.ForeignHeaders;
import dev.cairn.dialect.family.signature.SignatureParameters;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.SigningTime;
import dev.cairn.model.Caller;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.protocol.ClaimingBody;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Authenticates by OSS's signatures V1 and V4. What is wrong with a request in itself is said
 * before its key is looked up.
 */
public final class OssAuthenticator implements Authenticator {
  private static final ForeignHeaders FOREIGN =
      new ForeignHeaders(Set.of("x-amz-", "x-obs-"), Set.of("x-amz-cf-"));
  private static final String TOKEN = "x-oss-security-token";

  /** Its name in URLs that are signed with V1. */
  private static final String TOKEN_OF_V1 = "security-token";

  private final boolean legacySignatures;
  private final Credentials credentials;
  private final OssV1Verifier v1;
  private final OssV4Verifier v4;
  private final OssFormSignatures forms;

  public OssAuthenticator(
      SignatureSettings settings, Credentials credentials, InstantSource clock) {
    SigningTime time = new SigningTime(clock);
    this.legacySignatures = settings.legacySignatures();
    this.credentials = credentials;
    this.v1 = new OssV1Verifier(time);
    this.v4 = new OssV4Verifier(settings.region(), time);
    this.forms = new OssFormSignatures(v1, v4, time, this::legacy);
  }

  @Override
  public Headers effectiveHeaders(RawRequest request) {
    FOREIGN.refuse(request.headers());
    SignatureParameters.requireOneWay(request);
    return request.headers();
  }

  @Override
  public Uni<Authentication> authenticate(RequestHead head) {
    return Uni.createFrom()
        .deferred(
            () ->
                switch (mechanism(head)) {
                  case NONE ->
                      ofForm(head)
                          .map(signature -> verified(head, signature))
                          .orElseGet(() -> Uni.createFrom().item(anonymous(head)));
                  case V1_HEADER -> verified(head, legacy(v1.ofHeader(head)));
                  case V1_QUERY -> verified(head, legacy(v1.ofQuery(head)));
                  case V4_HEADER -> verified(head, v4.ofHeader(head));
                  case V4_QUERY -> verified(head, v4.ofQuery(head));
                });
  }

  private static OssMechanism mechanism(RequestHead head) {
    OssMechanism mechanism = OssMechanism.of(head.raw());
    if (head.form().isPresent() && mechanism != OssMechanism.NONE) {
      throw new Failure.InvalidArgument("Authorization", "", "a form is signed by its fields")
          .exception();
    }
    return mechanism;
  }

  private Optional<OssSignature> ofForm(RequestHead head) {
    head.form().ifPresent(form -> FOREIGN.refuse(form.fields()));
    return head.form().isPresent() ? forms.find(head) : Optional.empty();
  }

  private static Authentication anonymous(RequestHead head) {
    return new Authentication(new Caller.Anonymous(), framing(head));
  }

  private OssSignature legacy(OssSignature signature) {
    if (!legacySignatures) {
      throw new Failure.InvalidRequest(
              "This signature version is not accepted here. Please use "
                  + OssMechanism.V4_WORD
                  + ".")
          .exception();
    }
    return signature;
  }

  private Uni<Authentication> verified(RequestHead head, OssSignature signature) {
    UnaryOperator<Body> framing = framing(head);
    return credentials
        .find(signature.accessKeyId(), token(head))
        .map(
            credential -> {
              signature.verify(credential.key());
              return new Authentication(credential.caller(), framing);
            });
  }

  /** Wherever it stands; two are one that nobody issued. */
  private static Optional<String> token(RequestHead head) {
    Set<String> sent = new LinkedHashSet<>(head.headers().all(TOKEN));
    head.query().find(TOKEN).ifPresent(sent::add);
    head.query().find(TOKEN_OF_V1).ifPresent(sent::add);
    return sent.isEmpty() ? Optional.empty() : Optional.of(String.join(",", sent));
  }

  /** A body is plain; a hash of it may be claimed. */
  private static UnaryOperator<Body> framing(RequestHead head) {
    Optional<String> payload = head.headers().first(OssV4CanonicalRequest.PAYLOAD);
    if (payload.isEmpty() || payload.get().equals(OssV4CanonicalRequest.UNSIGNED_PAYLOAD)) {
      return UnaryOperator.identity();
    }
    if (!payload.get().matches("[0-9a-fA-F]{64}")) {
      throw new Failure.InvalidArgument(
              OssV4CanonicalRequest.PAYLOAD, payload.get(), "must be UNSIGNED-PAYLOAD or a SHA-256")
          .exception();
    }
    Claims claims =
        new Claims(
            List.of(
                new Claims.Claimed(
                    BadDigest.Claim.PAYLOAD_HASH,
                    DigestAlgorithm.SHA256,
                    HexFormat.of().parseHex(payload.get()))));
    return body -> new ClaimingBody(body, claims);
  }
}
