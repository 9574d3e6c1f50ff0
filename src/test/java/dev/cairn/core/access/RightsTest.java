package dev.cairn.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Caller;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredObject;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what: the bucket is the owner's, its object the owner's or the writer's. */
class RightsTest {
  private static final ObjectKey KEY = new ObjectKey("k");

  private static final Map<String, Caller> CALLERS =
      Map.of(
          "owner", caller("owner"),
          "writer", caller("writer"),
          "friend", caller("friend"),
          "stranger", caller("stranger"),
          "anonymous", new Caller.Anonymous());

  private static Account account(String id) {
    return new Account(new AccountId(id), id, "");
  }

  private static Caller caller(String id) {
    return new Caller.Authenticated(account(id), "AK" + id);
  }

  /** A word, {@code inherited}, or grants: {@code friend:READ}, {@code everyone:WRITE+}. */
  private static Acl acl(String text) {
    if (text.equals("inherited")) {
      return new Acl.Inherited();
    }
    if (!text.contains(":")) {
      return new Acl.Canned(CannedAcl.valueOf(text));
    }
    boolean apart = text.startsWith("apart ");
    List<Grant> grants =
        Arrays.stream(text.replace("apart ", "").split(" ", -1)).map(RightsTest::grant).toList();
    return new Acl.Granted(grants, !apart);
  }

  private static Grant grant(String text) {
    String[] parts = text.split(":", 2);
    Grantee grantee =
        switch (parts[0]) {
          case "everyone" -> Grantee.Group.EVERYONE;
          case "authenticated" -> Grantee.Group.AUTHENTICATED;
          default -> new Grantee.Known(new AccountId(parts[0]));
        };
    boolean delivered = parts[1].endsWith("+");
    return new Grant(grantee, Right.valueOf(parts[1].replace("+", "")), delivered);
  }

  private static Rights rights(String caller, String acl) {
    return new Rights(
        CALLERS.get(caller),
        new Bucket(
            1,
            new BucketName("b"),
            account("owner"),
            "",
            Instant.EPOCH,
            acl(acl),
            Optional.empty()));
  }

  private static StoredObject object(String owner, String acl) {
    Optional<AccountId> writer =
        owner.equals("owner") ? Optional.empty() : Optional.of(new AccountId(owner));
    return new StoredObject(
        new ObjectId(UUID.randomUUID()),
        KEY,
        1,
        new ETag("e"),
        Instant.EPOCH,
        ObjectMetadata.NONE.withAcl(acl(acl)).ownedBy(writer),
        List.of(),
        0);
  }

  @ParameterizedTest(name = "{0}: {1} may {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "PRIVATE                     | owner     | LIST WRITE READ_ACL WRITE_ACL OWN",
        "PRIVATE                     | friend    | ''",
        "PRIVATE                     | anonymous | ''",
        "PUBLIC_READ                 | anonymous | LIST",
        "PUBLIC_READ                 | stranger  | LIST",
        "PUBLIC_READ_WRITE           | anonymous | LIST WRITE",
        "PUBLIC_READ_DELIVERED       | anonymous | LIST",
        "PUBLIC_READ_WRITE_DELIVERED | anonymous | LIST WRITE",
        "AUTHENTICATED_READ          | stranger  | LIST",
        "AUTHENTICATED_READ          | anonymous | ''",
        "LOG_DELIVERY_WRITE          | stranger  | ''",
        "friend:READ                 | friend    | LIST",
        "friend:READ                 | stranger  | ''",
        "friend:READ                 | owner     | LIST WRITE READ_ACL WRITE_ACL OWN",
        "friend:WRITE                | friend    | WRITE",
        "friend:READ_ACP             | friend    | READ_ACL",
        "friend:WRITE_ACP            | friend    | WRITE_ACL",
        "friend:FULL_CONTROL         | friend    | LIST WRITE READ_ACL WRITE_ACL",
        "everyone:READ friend:WRITE  | friend    | LIST WRITE",
        "authenticated:WRITE         | stranger  | WRITE",
        "authenticated:WRITE         | anonymous | ''",
      })
  void decidesOnABucket(String acl, String caller, String allowed) {
    Rights rights = rights(caller, acl);

    String admitted =
        Stream.of(
                Map.entry("LIST", Permission.READ_BUCKET),
                Map.entry("WRITE", Permission.WRITE_BUCKET),
                Map.entry("READ_ACL", Permission.READ_BUCKET_ACL),
                Map.entry("WRITE_ACL", Permission.WRITE_BUCKET_ACL),
                Map.entry("OWN", Permission.OWN_BUCKET))
            .filter(each -> rights.admits(each.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(" "));

    assertThat(admitted).isEqualTo(allowed);
  }

  @ParameterizedTest(name = "{0} in {1}, of {2}: {3} may {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        // The owner of the bucket wrote it.
        "PRIVATE                   | PRIVATE               | owner  | owner     | READ READ_ACP WRITE_ACP",
        "PRIVATE                   | PUBLIC_READ_WRITE     | owner  | stranger  | ''",
        "PRIVATE                   | PUBLIC_READ_WRITE     | owner  | anonymous | ''",
        "PUBLIC_READ               | PRIVATE               | owner  | anonymous | READ",
        "AUTHENTICATED_READ        | PRIVATE               | owner  | stranger  | READ",
        "AUTHENTICATED_READ        | PRIVATE               | owner  | anonymous | ''",
        "AWS_EXEC_READ             | PRIVATE               | owner  | stranger  | ''",
        "friend:READ               | PRIVATE               | owner  | friend    | READ",
        "friend:READ               | PRIVATE               | owner  | stranger  | ''",
        "friend:READ_ACP           | PRIVATE               | owner  | friend    | READ_ACP",
        "friend:WRITE_ACP          | PRIVATE               | owner  | friend    | WRITE_ACP",
        "friend:FULL_CONTROL       | PRIVATE               | owner  | friend    | READ READ_ACP WRITE_ACP",
        "friend:READ               | PRIVATE               | owner  | owner     | READ READ_ACP WRITE_ACP",
        // It has its bucket's list.
        "inherited                 | PRIVATE               | owner  | stranger  | ''",
        "inherited                 | PUBLIC_READ           | owner  | anonymous | READ",
        "inherited                 | friend:FULL_CONTROL   | owner  | friend    | READ READ_ACP WRITE_ACP",
        "inherited                 | PUBLIC_READ           | writer | owner     | READ READ_ACP WRITE_ACP",
        // Another account wrote it: the bucket's owner is granted something, or nothing.
        "PRIVATE                   | PRIVATE               | writer | writer    | READ READ_ACP WRITE_ACP",
        "PRIVATE                   | PRIVATE               | writer | owner     | ''",
        "BUCKET_OWNER_READ         | PRIVATE               | writer | owner     | READ",
        "BUCKET_OWNER_FULL_CONTROL | PRIVATE               | writer | owner     | READ READ_ACP WRITE_ACP",
        "BUCKET_OWNER_FULL_CONTROL | PRIVATE               | writer | stranger  | ''",
        "BUCKET_OWNER_FULL_CONTROL | PRIVATE               | writer | writer    | READ READ_ACP WRITE_ACP",
        "PUBLIC_READ               | PRIVATE               | writer | owner     | READ",
        "friend:READ               | friend:FULL_CONTROL   | writer | friend    | READ",
        // What a bucket delivers.
        "PRIVATE                   | PUBLIC_READ_DELIVERED | owner  | anonymous | READ",
        "PRIVATE                   | PUBLIC_READ           | owner  | anonymous | ''",
        "PRIVATE                   | friend:READ+          | writer | friend    | READ",
        "friend:READ_ACP           | everyone:READ+        | owner  | friend    | READ READ_ACP",
        "apart friend:READ_ACP     | everyone:READ+        | owner  | friend    | READ_ACP",
      })
  void decidesOnAnObject(
      String acl, String bucketAcl, String owner, String caller, String allowed) {
    Rights rights = rights(caller, bucketAcl);
    StoredObject object = object(owner, acl);

    String may =
        Stream.of(Right.READ, Right.READ_ACP, Right.WRITE_ACP)
            .filter(right -> rights.may(right, object))
            .map(Right::name)
            .collect(Collectors.joining(" "));

    assertThat(may).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"owner, true", "writer, true", "stranger, false", "anonymous, false"})
  void anUploadIsItsInitiatorsAndTheBucketOwners(String caller, boolean allowed) {
    Upload upload =
        new Upload(
            new UploadId(UUID.randomUUID()),
            KEY,
            Instant.EPOCH,
            account("writer"),
            ObjectMetadata.NONE,
            Optional.empty());
    Rights rights = rights(caller, "PUBLIC_READ_WRITE");

    if (allowed) {
      rights.require(upload);
    } else {
      assertThatThrownBy(() -> rights.require(upload)).isInstanceOf(FailureException.class);
    }
  }

  @Test
  void onlyWhoMayListHearsThatThereIsNoObject() {
    assertThat(rights("anonymous", "PUBLIC_READ").missing(KEY))
        .isEqualTo(new Failure.NoSuchKey(KEY));
    assertThat(rights("anonymous", "PRIVATE").missing(KEY))
        .isInstanceOf(Failure.AccessDenied.class);
    assertThat(rights("owner", "PRIVATE").missing(KEY)).isEqualTo(new Failure.NoSuchKey(KEY));
  }

  @Test
  void whatTheObjectDecidesMayBegin() {
    for (Permission permission :
        List.of(
            Permission.READ_OBJECT,
            Permission.READ_OBJECT_ACL,
            Permission.WRITE_OBJECT_ACL,
            Permission.OWN_UPLOAD)) {
      assertThat(rights("anonymous", "PRIVATE").admits(permission)).isTrue();
    }
  }
}
