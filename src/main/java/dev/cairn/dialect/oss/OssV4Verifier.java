package dev.cairn.dialect.oss;

import dev.cairn.dialect.Address;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.form.FormValues;
import dev.cairn.dialect.family.signature.CredentialScope;
import dev.cairn.dialect.family.signature.SigningKeys;
import dev.cairn.dialect.family.signature.SigningTime;
import dev.cairn.dialect.family.signature.V4Scheme;
import dev.cairn.dialect.family.signature.WireText;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Hashes;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Hmac;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.IsoDates;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads and verifies signatures V4, of headers and of presigned URLs. */
final class OssV4Verifier {
  static final V4Scheme SCHEME =
      new V4Scheme(OssMechanism.V4_WORD, "aliyun_v4", "oss", "aliyun_v4_request");
  private static final Duration LONGEST_LIFE = Duration.ofDays(7);
  private static final int DAY = "yyyyMMdd".length();

  private final Optional<String> region;
  private final SigningTime time;
  private final SigningKeys keys = new SigningKeys(SCHEME);

  /**
   * @param region that a scope must name, unless the Host names it
   */
  OssV4Verifier(Optional<String> region, SigningTime time) {
    this.region = region;
    this.time = time;
  }

  OssSignature ofHeader(RequestHead head) {
    Headers headers = head.raw().headers();
    OssV4Credentials credentials =
        OssV4Credentials.ofHeader(headers.first(OssMechanism.AUTHORIZATION).orElseThrow());
    Instant signedAt =
        headers
            .first("x-oss-date")
            .flatMap(IsoDates::parseBasic)
            .or(() -> headers.first("date").flatMap(HttpDates::parse))
            .orElseThrow(
                () -> new Failure.AccessDenied("a valid x-oss-date is required").exception());
    requireScope(head.address(), credentials.scope(), signedAt);
    time.requireRecent(signedAt);
    return new Signature(head, credentials, IsoDates.formatBasic(signedAt));
  }

  OssSignature ofQuery(RequestHead head) {
    OssV4Credentials credentials = OssV4Credentials.ofQuery(head.query());
    Instant signedAt =
        head.query()
            .find("x-oss-date")
            .flatMap(IsoDates::parseBasic)
            .orElseThrow(() -> OssV4Credentials.malformed("x-oss-date is no time"));
    requireScope(head.address(), credentials.scope(), signedAt);
    time.requireBegun(signedAt);
    time.requireNotExpired(signedAt.plus(life(head.query().find("x-oss-expires").orElse(""))));
    return new Signature(head, credentials, IsoDates.formatBasic(signedAt));
  }

  /**
   * Of a form, whose policy is what was signed: within a week, whatever the policy says.
   *
   * @param policy in base64, as the form has it
   */
  OssSignature ofForm(Address address, FormValues form, String policy) {
    OssMechanism.requireV4(form.get(OssMechanism.VERSION_PARAMETER));
    OssV4Credentials credentials =
        OssV4Credentials.ofForm(form.get("x-oss-credential"), form.get("x-oss-signature"));
    Instant signedAt =
        IsoDates.parseBasic(form.get("x-oss-date"))
            .orElseThrow(() -> OssV4Credentials.malformed("x-oss-date is no time"));
    requireScope(address, credentials.scope(), signedAt);
    time.requireBegun(signedAt);
    time.requireNotExpired(signedAt.plus(LONGEST_LIFE));
    return new OfForm(credentials, keys, policy);
  }

  private static Duration life(String seconds) {
    if (!seconds.matches("[0-9]{1,9}")) {
      throw OssV4Credentials.malformed("x-oss-expires is no number of seconds");
    }
    Duration life = Duration.ofSeconds(Long.parseLong(seconds));
    if (life.isZero() || life.compareTo(LONGEST_LIFE) > 0) {
      throw OssV4Credentials.malformed("x-oss-expires must be between 1 and 604800 seconds");
    }
    return life;
  }

  private void requireScope(Address address, CredentialScope scope, Instant signedAt) {
    if (!scope.date().equals(IsoDates.formatBasic(signedAt).substring(0, DAY))) {
      throw OssV4Credentials.malformed("the date of the credential is not that of x-oss-date");
    }
    boolean named =
        address.hostRegion().map(OssV4Verifier::bare).equals(Optional.of(scope.region()));
    if (region.isPresent() && !region.get().equals(scope.region()) && !named) {
      throw OssV4Credentials.malformed("the region of the credential is wrong");
    }
  }

  /** Hosts of the inner network name a region so. */
  private static String bare(String hostRegion) {
    String inner = "-internal";
    return hostRegion.endsWith(inner)
        ? hostRegion.substring(0, hostRegion.length() - inner.length())
        : hostRegion;
  }

  /** A signature over one request. */
  private final class Signature implements OssSignature {
    private final RequestHead head;
    private final OssV4Credentials credentials;
    private final String date;

    Signature(RequestHead head, OssV4Credentials credentials, String date) {
      this.head = head;
      this.credentials = credentials;
      this.date = date;
    }

    @Override
    public String accessKeyId() {
      return credentials.accessKeyId();
    }

    @Override
    public void verify(AccessKey key) {
      String canonical = OssV4CanonicalRequest.of(head, credentials.additionalHeaders());
      String toSign =
          SCHEME.algorithm()
              + "\n"
              + date
              + "\n"
              + credentials.scope().text()
              + "\n"
              + Hashes.hex(Hashes.sha256(WireText.bytes(canonical)));
      String ours = Hashes.hex(Hmac.sha256(keys.of(key, credentials.scope()), toSign));
      if (!Hmac.constantTimeEquals(ours, credentials.signature())) {
        throw new Failure.SignatureMismatch(
                key.id(),
                credentials.signature(),
                toSign,
                Optional.of(WireText.readable(canonical)))
            .exception();
      }
    }
  }

  /** A signature over the policy of a form. */
  private record OfForm(OssV4Credentials credentials, SigningKeys keys, String policy)
      implements OssSignature {
    @Override
    public String accessKeyId() {
      return credentials.accessKeyId();
    }

    @Override
    public void verify(AccessKey key) {
      String ours = Hashes.hex(Hmac.sha256(keys.of(key, credentials.scope()), policy));
      if (!Hmac.constantTimeEquals(ours, credentials.signature())) {
        throw new Failure.SignatureMismatch(
                key.id(), credentials.signature(), policy, Optional.empty())
            .exception();
      }
    }
  }
}
