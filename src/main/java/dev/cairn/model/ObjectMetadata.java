package dev.cairn.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What is kept of an object besides its bytes.
 *
 * @param user user metadata, names in lower case without any dialect's prefix
 * @param storageClass the class that the writer named, else its bucket's when it was written;
 *     empty: {@link StorageClass#STANDARD}
 * @param tags in the order in which they were given
 * @param redirect where a website sends who asks for the object: a path or a URL
 * @param owner the account that wrote it; empty: the bucket's owner
 */
public record ObjectMetadata(
    ContentHeaders headers,
    SequencedMap<String, String> user,
    Optional<StorageClass> storageClass,
    SequencedMap<String, String> tags,
    Optional<String> redirect,
    Acl acl,
    Optional<AccountId> owner) {
  private static final SequencedMap<String, String> EMPTY =
      Collections.unmodifiableSequencedMap(new TreeMap<>());

  public static final ObjectMetadata NONE = of(ContentHeaders.NONE, Map.of(), Optional.empty());

  public ObjectMetadata {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(storageClass, "storageClass");
    Objects.requireNonNull(redirect, "redirect");
    Objects.requireNonNull(acl, "acl");
    Objects.requireNonNull(owner, "owner");
    // Most objects have neither, and every row of a listing is one.
    user = user.isEmpty() ? EMPTY : Collections.unmodifiableSequencedMap(new TreeMap<>(user));
    tags = tags.isEmpty() ? EMPTY : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
  }

  /** Of an object without tags and redirect, private to the bucket's owner. */
  public static ObjectMetadata of(
      ContentHeaders headers, Map<String, String> user, Optional<StorageClass> storageClass) {
    return new ObjectMetadata(
        headers,
        user.isEmpty() ? EMPTY : new TreeMap<>(user),
        storageClass,
        EMPTY,
        Optional.empty(),
        Acl.PRIVATE,
        Optional.empty());
  }

  public ObjectMetadata withStorageClass(Optional<StorageClass> other) {
    return new ObjectMetadata(headers, user, other, tags, redirect, acl, owner);
  }

  public ObjectMetadata withTags(SequencedMap<String, String> other) {
    return new ObjectMetadata(headers, user, storageClass, other, redirect, acl, owner);
  }

  public ObjectMetadata withRedirect(Optional<String> other) {
    return new ObjectMetadata(headers, user, storageClass, tags, other, acl, owner);
  }

  public ObjectMetadata withAcl(Acl other) {
    return new ObjectMetadata(headers, user, storageClass, tags, redirect, other, owner);
  }

  public ObjectMetadata ownedBy(Optional<AccountId> other) {
    return new ObjectMetadata(headers, user, storageClass, tags, redirect, acl, other);
  }
}
