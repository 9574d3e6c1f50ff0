package dev.cairn.dialect.oss;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.ForeignHeaders;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.SigningTime;
import dev.cairn.model.AccessKey;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Authenticates by OSS's signatures V1 and V4. What is wrong with a request in itself is said
 * before its key is looked up.
 */
public final class OssAuthenticator implements Authenticator {
  /** In characters, all of them visible ASCII; nothing else is worth a look at the catalog. */
  private static final int LONGEST_ID = 128;

  private static final ForeignHeaders FOREIGN =
      new ForeignHeaders(Set.of("x-amz-", "x-obs-"), Set.of("x-amz-cf-"));
  private static final String TOKEN = "x-oss-security-token";

  private final boolean legacySignatures;
  private final AccountCatalog accounts;
  private final OssV1Verifier v1;
  private final OssV4Verifier v4;

  public OssAuthenticator(
      SignatureSettings settings, AccountCatalog accounts, InstantSource clock) {
    SigningTime time = new SigningTime(clock);
    this.legacySignatures = settings.legacySignatures();
    this.accounts = accounts;
    this.v1 = new OssV1Verifier(time);
    this.v4 = new OssV4Verifier(settings.region(), time);
  }

  @Override
  public Headers effectiveHeaders(RawRequest request) {
    FOREIGN.refuse(request.headers());
    return request.headers();
  }

  @Override
  public Uni<Authentication> authenticate(RequestHead head) {
    return Uni.createFrom()
        .deferred(
            () ->
                switch (OssMechanism.of(head.raw())) {
                  case NONE ->
                      Uni.createFrom()
                          .item(new Authentication(new Caller.Anonymous(), framing(head)));
                  case V1_HEADER -> verified(head, legacy(v1.ofHeader(head)));
                  case V1_QUERY -> verified(head, legacy(v1.ofQuery(head)));
                  case V4_HEADER -> verified(head, v4.ofHeader(head));
                  case V4_QUERY -> verified(head, v4.ofQuery(head));
                });
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
    return findKey(signature.accessKeyId())
        .map(
            found -> {
              AccessKey key =
                  found.orElseThrow(
                      () -> new Failure.UnknownAccessKey(signature.accessKeyId()).exception());
              // The keys in the catalog are long-lived, and a token belongs to a temporary one.
              if (hasToken(head)) {
                throw new Failure.InvalidToken().exception();
              }
              signature.verify(key);
              return new Authentication(new Caller.Authenticated(key.account(), key.id()), framing);
            });
  }

  private static boolean hasToken(RequestHead head) {
    return head.headers().has(TOKEN)
        || head.query().has(TOKEN)
        || head.query().has("security-token");
  }

  private Uni<Optional<AccessKey>> findKey(String id) {
    boolean possible = id.length() <= LONGEST_ID && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return possible ? accounts.findKey(id) : Uni.createFrom().item(Optional.empty());
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
