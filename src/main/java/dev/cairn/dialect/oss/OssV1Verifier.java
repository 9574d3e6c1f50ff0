package dev.cairn.dialect.oss;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.signature.SigningTime;
import dev.cairn.dialect.family.signature.WireText;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Hmac;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.Query;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and verifies signatures V1, of headers and of presigned URLs. */
final class OssV1Verifier {
  private static final String WORD = "OSS";
  private static final String OWN_DATE = "x-oss-date";

  private final SigningTime time;

  OssV1Verifier(SigningTime time) {
    this.time = time;
  }

  OssSignature ofHeader(RequestHead head) {
    Headers headers = head.raw().headers();
    String pair =
        headers
            .first(OssMechanism.AUTHORIZATION)
            .orElseThrow()
            .strip()
            .substring(WORD.length())
            .strip();
    int colon = pair.indexOf(':');
    if (colon < 1 || colon == pair.length() - 1 || pair.indexOf(':', colon + 1) >= 0) {
      throw new Failure.InvalidArgument(
              "Authorization", "", "Authorization header is invalid: OSS AccessKeyId:Signature")
          .exception();
    }
    time.requireRecent(signedAt(headers));
    // Signers put either date into the line of the date, and most send the same in both.
    Set<String> texts = new LinkedHashSet<>();
    for (String name : List.of(OWN_DATE, "date")) {
      headers.first(name).ifPresent(date -> texts.add(OssV1StringToSign.of(head, date)));
    }
    return new Signature(pair.substring(0, colon), pair.substring(colon + 1), texts);
  }

  OssSignature ofQuery(RequestHead head) {
    Query query = head.query();
    String accessKeyId = required(query, "OSSAccessKeyId");
    String expires = required(query, "Expires");
    // A plus that nobody encoded reads as a blank, and base64 has no blanks.
    String signature = required(query, "Signature").replace(' ', '+');
    if (!expires.matches("[0-9]{1,12}")) {
      throw new Failure.AccessDenied("Expires is no time").exception();
    }
    time.requireNotExpired(Instant.ofEpochSecond(Long.parseLong(expires)));
    return new Signature(accessKeyId, signature, Set.of(OssV1StringToSign.of(head, expires)));
  }

  /** Of a form, whose policy is what was signed. */
  OssSignature ofForm(String accessKeyId, String signature, String policy) {
    return new Signature(accessKeyId, signature, Set.of(policy));
  }

  private static Instant signedAt(Headers headers) {
    return headers
        .first(OWN_DATE)
        .or(() -> headers.first("date"))
        .flatMap(HttpDates::parse)
        .orElseThrow(() -> new Failure.AccessDenied("a valid Date header is required").exception());
  }

  private static String required(Query query, String name) {
    Optional<String> value = query.find(name).filter(text -> !text.isEmpty());
    return value.orElseThrow(
        () ->
            new Failure.AccessDenied("OSSAccessKeyId, Expires and Signature belong together")
                .exception());
  }

  /**
   * A signature over one request.
   *
   * @param candidates what may have been signed, the usual text first
   */
  private record Signature(String accessKeyId, String provided, Set<String> candidates)
      implements OssSignature {
    @Override
    public void verify(AccessKey key) {
      byte[] secret = key.secret().getBytes(StandardCharsets.UTF_8);
      for (String text : candidates) {
        String ours = Base64.getEncoder().encodeToString(Hmac.sha1(secret, WireText.bytes(text)));
        if (Hmac.constantTimeEquals(ours, provided)) {
          return;
        }
      }
      String usual = WireText.readable(candidates.iterator().next());
      throw new Failure.SignatureMismatch(key.id(), provided, usual, Optional.empty()).exception();
    }
  }
}
