package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.AclWords;
import dev.cairn.dialect.AclWords.GrantHeader;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant;
import dev.cairn.model.Grantee;
import dev.cairn.protocol.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an access control list from headers: one word, or the grantees of each right. */
public final class AclHeaders {
  /** {@code id="alice"}; the quotes may be missing. What has matched is never tried again. */
  private static final Pattern GRANTEE =
      Pattern.compile("\\s*+([A-Za-z]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\",\\s]*+))\\s*+(?:,|$)");

  private final AclWords words;

  public AclHeaders(AclWords words) {
    this.words = words;
  }

  /** The list that the headers state for a bucket. */
  public Optional<Acl> ofBucket(Headers headers) {
    return read(words.buckets(), headers);
  }

  /** The list that the headers state for an object. */
  public Optional<Acl> ofObject(Headers headers) {
    return read(words.objects(), headers);
  }

  private Optional<Acl> read(AclWords.Canned canned, Headers headers) {
    Optional<Acl> ready = canned(canned, headers.all(canned.header()));
    boolean granted = words.grants().stream().anyMatch(grant -> headers.has(grant.header()));
    if (!granted) {
      return ready;
    }
    if (ready.isPresent()) {
      throw new Failure.InvalidRequest(
              "Specifying both Canned ACLs and Header Grants is not allowed")
          .exception();
    }
    List<Grant> grants = new ArrayList<>();
    for (GrantHeader grant : words.grants()) {
      headers.all(grant.header()).forEach(value -> grants.addAll(grants(grant, value)));
    }
    return Optional.of(new Acl.Granted(grants));
  }

  private static Optional<Acl> canned(AclWords.Canned canned, List<String> values) {
    for (String value : values) {
      if (values.size() > 1 || !canned.words().containsKey(value)) {
        throw new Failure.InvalidArgument(canned.header(), value, "").exception();
      }
    }
    return values.stream().findFirst().map(canned.words()::get);
  }

  private List<Grant> grants(GrantHeader header, String value) {
    List<Grant> grants = new ArrayList<>();
    Matcher matcher = GRANTEE.matcher(value);
    int end = 0;
    while (end < value.length()) {
      if (!matcher.region(end, value.length()).lookingAt()) {
        throw malformed(header, value);
      }
      String named = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      grants.add(
          new Grant(grantee(header, matcher.group(1), named), header.right(), header.delivered()));
      end = matcher.end();
    }
    if (grants.isEmpty() || value.stripTrailing().endsWith(",")) {
      throw malformed(header, value);
    }
    return grants;
  }

  private Grantee grantee(GrantHeader header, String kind, String named) {
    Optional<String> known = words.kinds().stream().filter(kind::equalsIgnoreCase).findFirst();
    if (known.isEmpty() || named.isEmpty()) {
      throw malformed(header, kind + "=" + named);
    }
    return switch (known.get().toLowerCase(Locale.ROOT)) {
      case "uri" -> GroupUris.group(named);
      case "emailaddress" -> new Grantee.Addressed(named);
      default -> account(words, named);
    };
  }

  /** The account of an id, or the group where the dialect has an id for it. */
  public static Grantee account(AclWords words, String id) {
    Grantee.Group group = words.groups().get(id);
    return group != null ? group : new Grantee.Known(new AccountId(id));
  }

  private static RuntimeException malformed(GrantHeader header, String value) {
    return new Failure.InvalidArgument(header.header(), value, "Argument format not recognized")
        .exception();
  }
}
