package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.RequestHead;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Failure;
import dev.cairn.protocol.ChunkSignatures;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Hmac;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.Query;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and verifies signatures V2, of headers and of presigned URLs. */
final class V2Verifier {
  private final AwsRules rules;
  private final SignatureSettings settings;
  private final SigningTime time;

  V2Verifier(AwsRules rules, SignatureSettings settings, SigningTime time) {
    this.rules = rules;
    this.settings = settings;
    this.time = time;
  }

  SignatureClaim ofHeader(RequestHead head) {
    requireAccepted();
    Headers headers = head.raw().headers();
    String pair =
        headers
            .first(AwsMechanism.AUTHORIZATION)
            .orElseThrow()
            .strip()
            .substring(rules.v2().word().length())
            .strip();
    int colon = pair.lastIndexOf(':');
    if (colon < 1 || colon == pair.length() - 1) {
      throw new Failure.InvalidArgument(
              "Authorization",
              "",
              rules.v2().word()
                  + " authorization header is invalid. Expected AwsAccessKeyId:signature")
          .exception();
    }
    time.requireRecent(signedAt(headers));
    return new Claim(
        pair.substring(0, colon),
        pair.substring(colon + 1),
        V2StringToSign.candidates(head, rules, Optional.empty()));
  }

  SignatureClaim ofQuery(RequestHead head) {
    requireAccepted();
    String expires = required(head.query(), "Expires");
    if (!expires.matches("[0-9]{1,12}")) {
      throw new Failure.AccessDenied("Invalid date (should be seconds since epoch): " + expires)
          .exception();
    }
    String accessKeyId = required(head.query(), rules.v2().keyParameter());
    // A plus that nobody encoded reads as a blank, and base64 has no blanks.
    String signature = required(head.query(), "Signature").replace(' ', '+');
    time.requireNotExpired(Instant.ofEpochSecond(Long.parseLong(expires)));
    return new Claim(
        accessKeyId, signature, V2StringToSign.candidates(head, rules, Optional.of(expires)));
  }

  /** Of a form, whose policy is what was signed. */
  SignatureClaim ofForm(String accessKeyId, String signature, String policy) {
    requireAccepted();
    return new Claim(accessKeyId, signature, Set.of(policy));
  }

  private void requireAccepted() {
    if (!settings.legacySignatures() && rules.v4().isPresent()) {
      throw new Failure.InvalidRequest(
              "The authorization mechanism you have provided is not supported. Please use "
                  + rules.v4().get().algorithm()
                  + ".")
          .exception();
    }
  }

  private Instant signedAt(Headers headers) {
    return headers
        .first(rules.header("date"))
        .or(() -> headers.first("date"))
        .flatMap(d -> IsoDates.parseBasic(d).or(() -> HttpDates.parse(d)))
        .orElseThrow(
            () ->
                new Failure.AccessDenied(
                        rules.v2().word()
                            + " authentication requires a valid Date or "
                            + rules.header("date")
                            + " header")
                    .exception());
  }

  private String required(Query query, String name) {
    List<String> values =
        query.parameters().stream()
            .filter(p -> p.name().equals(name))
            .map(Query.Parameter::value)
            .toList();
    if (values.size() != 1 || values.getFirst().isEmpty()) {
      throw new Failure.AccessDenied(
              "Query-string authentication requires the Signature, Expires and "
                  + rules.v2().keyParameter()
                  + " parameters, each once")
          .exception();
    }
    return values.getFirst();
  }

  /** A signature over one request. */
  private record Claim(String accessKeyId, String signature, Set<String> candidates)
      implements SignatureClaim {
    @Override
    public Optional<ChunkSignatures> verify(AccessKey key) {
      byte[] secret = key.secret().getBytes(StandardCharsets.UTF_8);
      for (String text : candidates) {
        String ours = Base64.getEncoder().encodeToString(Hmac.sha1(secret, WireText.bytes(text)));
        if (Hmac.constantTimeEquals(ours, signature)) {
          return Optional.empty();
        }
      }
      throw new Failure.SignatureMismatch(
              key.id(),
              signature,
              WireText.readable(candidates.iterator().next()),
              Optional.empty())
          .exception();
    }
  }
}
