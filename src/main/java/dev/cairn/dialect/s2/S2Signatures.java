package dev.cairn.dialect.s2;

import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signed S2 requests as AWS means them: what S2 does not ask for is put in, what it does not look
 * at is left out.
 */
final class S2Signatures {
  static final String PAYLOAD_HASH = "x-amz-content-sha256";

  /** Query names that V2 signs by name only, whatever their values. */
  private static final Set<String> BARE =
      Set.of(
          "accelerate",
          "acl",
          "additional_acl",
          "copy",
          "cors",
          "lifecycle",
          "logging",
          "meta",
          "policy",
          "relax",
          "replication",
          "requestPayment",
          "tagging",
          "torrent",
          "uploads");

  private static final Set<String> WITH_VALUE =
      Set.of(
          "defaultObjectAcl",
          "delete",
          "location",
          "notification",
          "partNumber",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "restore",
          "storageClass",
          "uploadId",
          "versionId",
          "versioning",
          "versions",
          "website");

  /** Query names that V2 signs. */
  static final Set<String> SUB_RESOURCES =
      Stream.of(BARE, WITH_VALUE).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private static final String AUTHORIZATION = "Authorization";
  private static final String DATE = "x-amz-date";
  private static final String SIGNED_PREFIX = "x-amz-";
  private static final List<String> V4_PARAMETERS =
      List.of(
          "X-Amz-Algorithm",
          "X-Amz-Credential",
          "X-Amz-Date",
          "X-Amz-Expires",
          "X-Amz-Signature",
          "X-Amz-SignedHeaders");

  /** Of V4. */
  private static final Pattern CREDENTIAL =
      Pattern.compile("\\S++\\s++Credential=.+", Pattern.DOTALL);

  /** Of V2: the word is anybody's. What has matched is never tried again. */
  private static final Pattern KEY_AND_SIGNATURE =
      Pattern.compile("\\w++\\s++(\\S[^\\s:]*+:\\S++)");

  private S2Signatures() {}

  /** The same head, for its signature to be verified. */
  static RequestHead asAwsMeansIt(RequestHead head) {
    return new RequestHead(
        asAwsMeansIt(head.raw()), head.address(), head.operation(), head.headers());
  }

  /**
   * The same request in AWS's words.
   *
   * @throws dev.cairn.model.FailureException InvalidArgument; AccessDenied
   */
  static RawRequest asAwsMeansIt(RawRequest request) {
    if (S2Recogniser.isOldUrl(request)) {
      throw new Failure.AccessDenied("this form of signature is not supported").exception();
    }
    List<String> sent = request.headers().all(AUTHORIZATION);
    if (sent.size() == 1) {
      requireReadableDate(request.headers());
      return ofHeader(request, sent.getFirst().strip());
    }
    if (hasAny(request.query(), V4_PARAMETERS)) {
      requireAll(request.query());
      return request;
    }
    boolean v2 = request.query().has("Signature") || request.query().has("AWSAccessKeyId");
    return v2 ? ofUrl(request) : request;
  }

  private static RawRequest ofHeader(RawRequest request, String authorization) {
    if (CREDENTIAL.matcher(authorization).matches()) {
      Headers headers = request.headers();
      return headers.has(PAYLOAD_HASH)
          ? request
          : with(request, add(headers, PAYLOAD_HASH, "UNSIGNED-PAYLOAD"), request.query());
    }
    Matcher pair = KEY_AND_SIGNATURE.matcher(authorization);
    if (!pair.matches()) {
      // The value is not repeated: it may be somebody's password.
      throw new Failure.InvalidArgument(AUTHORIZATION, "", "Authorization header is malformed")
          .exception();
    }
    Headers headers = replace(request.headers(), AUTHORIZATION, "AWS " + pair.group(1));
    return with(request, headers, bare(request.query()));
  }

  private static RawRequest ofUrl(RawRequest request) {
    Optional<String> expires = request.query().find("Expires");
    if (expires.filter(text -> !text.matches("[0-9]{1,12}")).isPresent()) {
      throw new Failure.InvalidArgument("Expires", expires.get(), "Expires format error")
          .exception();
    }
    return with(request, request.headers(), bare(request.query()));
  }

  private static void requireReadableDate(Headers headers) {
    Optional<String> date = headers.first(DATE).or(() -> headers.first("Date"));
    if (date.flatMap(IsoDates::parseBasic).or(() -> date.flatMap(HttpDates::parse)).isEmpty()
        && date.isPresent()) {
      throw new Failure.InvalidArgument("Date", date.get(), "not a date").exception();
    }
  }

  private static void requireAll(Query query) {
    for (String name : V4_PARAMETERS) {
      if (!query.has(name)) {
        throw new Failure.AccessDenied("missing parameter: " + name).exception();
      }
    }
  }

  /** The query as V2 signs it: names of the one kind have no value, and none comes twice. */
  private static Query bare(Query query) {
    Set<String> seen = new HashSet<>();
    List<String> pieces = new ArrayList<>();
    for (Query.Parameter parameter : query.parameters()) {
      if (SUB_RESOURCES.contains(parameter.name()) && !seen.add(parameter.name())) {
        throw new Failure.InvalidArgument(parameter.name(), parameter.value(), "duplicated arg")
            .exception();
      }
      boolean nameOnly = parameter.rawValue() == null || BARE.contains(parameter.name());
      pieces.add(nameOnly ? parameter.rawName() : parameter.rawName() + "=" + parameter.rawValue());
    }
    return Query.parse(String.join("&", pieces));
  }

  /** Whether one of AWS's headers comes more than once. */
  static boolean repeatsHeaders(RequestHead head) {
    for (String name : head.headers().names()) {
      if (name.startsWith(SIGNED_PREFIX) && head.headers().all(name).size() > 1) {
        return true;
      }
    }
    return false;
  }

  /** The same, headers that come more than once in the order of their values: a page has it so. */
  static RequestHead withSortedValues(RequestHead head) {
    Headers.Builder sorted = Headers.builder();
    for (String name : head.headers().names()) {
      List<String> values = head.headers().all(name);
      (name.startsWith(SIGNED_PREFIX) ? values.stream().sorted() : values.stream())
          .forEach(value -> sorted.add(name, value));
    }
    return new RequestHead(head.raw(), head.address(), head.operation(), sorted.build());
  }

  private static boolean hasAny(Query query, List<String> names) {
    return names.stream().anyMatch(query::has);
  }

  private static Headers add(Headers headers, String name, String value) {
    return Headers.builder().addAll(headers).add(name, value).build();
  }

  private static Headers replace(Headers headers, String name, String value) {
    Headers.Builder replaced = Headers.builder();
    for (Headers.Field field : headers.fields()) {
      boolean same = field.name().equalsIgnoreCase(name);
      replaced.add(field.name(), same ? value : field.value());
    }
    return replaced.build();
  }

  private static RawRequest with(RawRequest request, Headers headers, Query query) {
    return new RawRequest(
        request.method(),
        request.target(),
        query,
        request.host(),
        headers,
        request.tls(),
        request.contentLength(),
        request.chunked());
  }
}
