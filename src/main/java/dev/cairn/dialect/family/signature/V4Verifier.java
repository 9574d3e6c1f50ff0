package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.signature.V4Authorization.Form;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Failure;
import dev.cairn.protocol.ChunkSignatures;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.RawRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and verifies signatures V4, of headers and of presigned URLs. */
final class V4Verifier {
  private static final int DAY = "yyyyMMdd".length();

  private final AwsRules rules;
  private final V4Scheme scheme;
  private final SignatureSettings settings;
  private final SigningTime time;
  private final SigningKeys keys;

  V4Verifier(AwsRules rules, V4Scheme scheme, SignatureSettings settings, SigningTime time) {
    this.rules = rules;
    this.scheme = scheme;
    this.settings = settings;
    this.time = time;
    this.keys = new SigningKeys(scheme);
  }

  SignatureClaim ofHeader(RequestHead head) {
    Headers headers = head.raw().headers();
    V4Authorization authorization =
        V4Header.parse(scheme, headers.first(AwsMechanism.AUTHORIZATION).orElseThrow());
    String payloadHash =
        headers
            .first(rules.header(PayloadDeclaration.HEADER))
            .orElseThrow(
                () ->
                    new Failure.MissingHeader(rules.header(PayloadDeclaration.HEADER)).exception());
    Instant signedAt = signedAt(headers);
    String date = signedDate(headers, signedAt);
    requireScope(head, authorization, date);
    time.requireRecent(signedAt);
    requireSigned(head, authorization);
    return new Claim(head, authorization, date, payloadHash);
  }

  SignatureClaim ofQuery(RequestHead head) {
    V4Query query = V4Query.parse(scheme, rules.habits(), head.query());
    requireScope(head, query.authorization(), query.date());
    if (!rules.habits().looseScope()) {
      time.requireBegun(query.signedAt());
    }
    time.requireNotExpired(query.signedAt().plus(query.life()));
    requireSigned(head, query.authorization());
    String payloadHash =
        head.headers()
            .first(rules.header(PayloadDeclaration.HEADER))
            .orElse(PayloadDeclaration.UNSIGNED_PAYLOAD);
    return new Claim(head, query.authorization(), query.date(), payloadHash);
  }

  /** Of a form, whose policy is what was signed; it says itself until when. */
  SignatureClaim ofForm(
      RequestHead head, V4Authorization authorization, String date, String policy) {
    requireScope(head, authorization, date);
    return new V4FormClaim(authorization, keys, policy);
  }

  private Instant signedAt(Headers headers) {
    Optional<String> own = headers.first(rules.header("date"));
    return (own.isPresent()
            ? own.flatMap(IsoDates::parseBasic)
            : headers
                .first("date")
                .flatMap(d -> IsoDates.parseBasic(d).or(() -> HttpDates.parse(d))))
        .orElseThrow(
            () ->
                new Failure.AccessDenied(
                        "AWS authentication requires a valid Date or "
                            + rules.header("date")
                            + " header")
                    .exception());
  }

  /** The date as it is signed: in AWS's form, whichever it was sent in. */
  private String signedDate(Headers headers, Instant signedAt) {
    return rules.habits().looseScope()
        ? headers.first(rules.header("date")).or(() -> headers.first("date")).orElseThrow().strip()
        : IsoDates.formatBasic(signedAt);
  }

  private void requireScope(RequestHead head, V4Authorization authorization, String date) {
    requireDay(authorization, date);
    CredentialScope scope = authorization.scope();
    Optional<String> ours = settings.region().filter(r -> !r.equals(scope.region()));
    if (ours.isPresent() && !head.address().hostRegion().equals(Optional.of(scope.region()))) {
      throw authorization
          .form()
          .malformed(
              "the region '" + scope.region() + "' is wrong; expecting '" + ours.get() + "'", ours)
          .exception();
    }
  }

  private void requireDay(V4Authorization authorization, String date) {
    CredentialScope scope = authorization.scope();
    if (rules.habits().looseScope()) {
      if (!time.isOfLastWeek(scope.date())) {
        throw authorization
            .form()
            .malformed("the credential has expired, credential date: " + scope.date())
            .exception();
      }
    } else if (!scope.date().equals(date.substring(0, DAY))) {
      throw authorization
          .form()
          .malformed(
              "Invalid credential date "
                  + scope.date()
                  + ". This date is not the same as X-Amz-Date: "
                  + date.substring(0, DAY))
          .exception();
    }
  }

  /** The Host and every header of the vendor's must be signed; what stands in a signed URL is. */
  private void requireSigned(RequestHead head, V4Authorization authorization) {
    if (!authorization.signedHeaders().contains("host")) {
      throw notSigned("host");
    }
    for (String name : head.raw().headers().names()) {
      if (rules.mustBeSigned(name) && !isSigned(name, head, authorization)) {
        throw notSigned(name);
      }
    }
  }

  private static boolean isSigned(String name, RequestHead head, V4Authorization authorization) {
    return authorization.signedHeaders().contains(name)
        || (authorization.form() == Form.QUERY && HoistedHeaders.repeats(head.raw(), name));
  }

  private static RuntimeException notSigned(String name) {
    return new Failure.AccessDenied(
            "There were headers present in the request which were not signed: " + name)
        .exception();
  }

  /** A signature over one request. */
  private final class Claim implements SignatureClaim {
    private final RawRequest request;

    /** What else may stand before the path. */
    private final String leading;

    private final V4Authorization authorization;
    private final String date;
    private final String payloadHash;

    Claim(RequestHead head, V4Authorization authorization, String date, String payloadHash) {
      this.request = head.raw();
      this.leading =
          rules.habits().bucketMayLeadPath() && head.address().hostStyle()
              ? "/" + head.address().bucket().orElseThrow()
              : "";
      this.authorization = authorization;
      this.date = date;
      this.payloadHash = payloadHash;
    }

    @Override
    public String accessKeyId() {
      return authorization.accessKeyId();
    }

    @Override
    public Optional<ChunkSignatures> verify(AccessKey key) {
      CredentialScope scope = authorization.scope();
      V4Signer signer = new V4Signer(scheme, keys.of(key, scope), date, scope.text());
      List<String> names = authorization.signedHeaders();
      String usual = V4CanonicalRequest.usual(request, names, payloadHash);
      String signature = authorization.signature();
      if (!signer.accepts(usual, signature)
          && V4CanonicalRequest.others(request, leading, names, payloadHash).stream()
              .noneMatch(text -> signer.accepts(text, signature))) {
        throw new Failure.SignatureMismatch(
                key.id(),
                signature,
                signer.stringToSign(usual),
                Optional.of(WireText.readable(usual)))
            .exception();
      }
      return Optional.of(new V4ChunkSignatures(signer, key.id(), signature));
    }
  }
}
