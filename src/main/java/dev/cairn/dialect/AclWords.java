package dev.cairn.dialect;

import dev.cairn.core.access.Ownership;
import dev.cairn.model.Acl;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dialect's words for access control lists in headers.
 *
 * @param buckets of the header for buckets
 * @param objects of the header for objects
 * @param grants headers that each grant one right; none where the dialect has no such
 * @param kinds of grantee that those headers may name, as they spell them
 * @param groups ids that mean no account but a group
 * @param unsaid the list of an object whose writer names none
 * @param ownership whose an object is
 */
public record AclWords(
    Canned buckets,
    Canned objects,
    List<GrantHeader> grants,
    Set<String> kinds,
    Map<String, Grantee.Group> groups,
    Acl unsaid,
    Ownership ownership) {
  /** Of a dialect that has no buckets. */
  public static final AclWords NONE =
      new AclWords(new Canned("", Map.of()), new Canned("", Map.of()));

  /**
   * Ready-made lists.
   *
   * @param header its full name
   */
  public record Canned(String header, Map<String, Acl> words) {
    public Canned {
      words = Map.copyOf(words);
    }

    /** Those whose words are the names of the lists, spelt with hyphens. */
    public static Canned of(String header, CannedAcl... lists) {
      return new Canned(
          header, Arrays.stream(lists).collect(Collectors.toMap(Canned::word, Acl.Canned::new)));
    }

    private static String word(CannedAcl list) {
      return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A header of grantees.
   *
   * @param header its full name
   * @param delivered it grants the right on the objects of the bucket too
   */
  public record GrantHeader(String header, Right right, boolean delivered) {}

  public AclWords {
    grants = List.copyOf(grants);
    kinds = Set.copyOf(kinds);
    groups = Map.copyOf(groups);
  }

  /** Canned words alone; an object is its writer's, and private. */
  public AclWords(Canned buckets, Canned objects) {
    this(buckets, objects, List.of(), Set.of(), Map.of(), Acl.PRIVATE, Ownership.WRITER);
  }

  /** With a header for each right, under the prefix of control headers. */
  public AclWords granting(String headerPrefix, Set<String> grantees) {
    Function<Right, GrantHeader> header =
        right ->
            new GrantHeader(
                headerPrefix + "grant-" + right.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                right,
                false);
    return new AclWords(
        buckets,
        objects,
        Arrays.stream(Right.values()).map(header).toList(),
        grantees,
        groups,
        unsaid,
        ownership);
  }

  /** With ids that mean groups. */
  public AclWords naming(Map<String, Grantee.Group> ids) {
    return new AclWords(buckets, objects, grants, kinds, ids, unsaid, ownership);
  }

  /** With one more header of grantees. */
  public AclWords granting(GrantHeader more) {
    return new AclWords(
        buckets,
        objects,
        Stream.concat(grants.stream(), Stream.of(more)).toList(),
        kinds,
        groups,
        unsaid,
        ownership);
  }

  /** With objects that have their bucket's list where nobody states one, and its owner. */
  public AclWords inheriting() {
    return new AclWords(
        buckets, objects, grants, kinds, groups, new Acl.Inherited(), Ownership.BUCKET_OWNER);
  }
}
