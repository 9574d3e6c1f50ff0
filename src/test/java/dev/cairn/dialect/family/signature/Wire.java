package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.Addressing;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.DomainAddressing;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.s3.S3Authenticator;
import dev.cairn.dialect.s3.S3Domains;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Target;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A request as it would come over the wire, and what the S3 authenticator makes of it. */
public record Wire(
    String method, String host, String target, List<Headers.Field> headers, long length) {
  private static final Addressing ADDRESSING =
      new DomainAddressing(new Domains(S3Domains.DEFAULTS));

  public static Wire request(String method, String host, String target) {
    return new Wire(method, host, target, List.of(), 0);
  }

  /** One header more. */
  public Wire with(String name, String value) {
    List<Headers.Field> more = new ArrayList<>(headers);
    // Heads are read one char for each byte.
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    more.add(new Headers.Field(name, new String(bytes, StandardCharsets.ISO_8859_1)));
    return new Wire(method, host, target, List.copyOf(more), length);
  }

  /** Without a header. */
  public Wire without(String name) {
    return new Wire(
        method,
        host,
        target,
        headers.stream().filter(f -> !f.name().equalsIgnoreCase(name)).toList(),
        length);
  }

  public Wire replacing(String name, String value) {
    return without(name).with(name, value);
  }

  /** One header with another value. */
  public Wire mapping(String name, UnaryOperator<String> change) {
    return replacing(name, change.apply(header(name)));
  }

  public Wire withMethod(String other) {
    return new Wire(other, host, target, headers, length);
  }

  public Wire withHost(String other) {
    return new Wire(method, other, target, headers, length);
  }

  public Wire withTarget(String other) {
    return new Wire(method, host, other, headers, length);
  }

  /** Announces a body of so many bytes. */
  public Wire withLength(long bytes) {
    return new Wire(method, host, target, headers, bytes);
  }

  public String header(String name) {
    return Headers.of(headers).first(name).orElseThrow();
  }

  public RawRequest raw() {
    Target parsed = Target.parse(target);
    return new RawRequest(
        method,
        parsed,
        Query.parse(parsed.rawQuery()),
        host,
        Headers.of(headers),
        false,
        length > 0 ? OptionalLong.of(length) : OptionalLong.empty(),
        false);
  }

  public RequestHead head(Authenticator authenticator) {
    RawRequest raw = raw();
    return new RequestHead(
        raw, ADDRESSING.locate(raw), Operation.GetObject, authenticator.effectiveHeaders(raw));
  }

  public Authentication authenticateAt(String instant) {
    return authenticateAt(instant, SignatureSettings.DEFAULT);
  }

  public Authentication authenticateAt(String instant, SignatureSettings settings) {
    Authenticator authenticator =
        S3Authenticator.create(
            settings,
            new OneAccount().credentials(),
            InstantSource.fixed(Instant.parse(instant)),
            Runnable::run);
    return authenticator.authenticate(head(authenticator)).await().indefinitely();
  }
}
