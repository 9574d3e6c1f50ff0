package dev.cairn.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cairn.core.access.Permission;
import dev.cairn.core.access.Rights;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Caller;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.ETag;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may begin which operation: the owner of a bucket, the writer of an object in it, a friend who
 * was granted everything where anything was granted, and nobody in particular.
 */
class OperationPermissionTest {
  /**
   * What each kind of operation needs, and to whom it is open: in a private bucket; of a public
   * object in it; in a public bucket; in one that all may write; where a friend was granted full
   * control of the bucket and of the object; of an object that another account wrote into a bucket
   * that all may write.
   */
  private enum Kind {
    ACCOUNT(""),
    LIST("O O OWFN OWFN OF OWFN"),
    WRITE("O O O OWFN OF OWFN"),
    READ_BUCKET_ACL("O O O O OF O"),
    WRITE_BUCKET_ACL("O O O O OF O"),
    OWN("O O O O O O"),
    READ("O OWFN O O OF W"),
    READ_OBJECT_ACL("O O O O OF W"),
    WRITE_OBJECT_ACL("O O O O OF W"),
    UPLOAD("OWFN OWFN OWFN OWFN OWFN OWFN");

    private final String open;

    Kind(String open) {
      this.open = open;
    }

    String openIn(int world) {
      return open.split(" ", -1)[world];
    }
  }

  private static final Map<Kind, String> OPERATIONS =
      Map.of(
          Kind.ACCOUNT,
          """
          ListBuckets CreateBucket OptionsObject GetApiVersion
          AssumeRole GetSessionToken GetFederationToken GetCallerIdentity
          """,
          Kind.LIST,
          """
          HeadBucket CreateSession ListObjects ListObjectsV2 ListObjectVersions
          ListMultipartUploads
          """,
          Kind.WRITE,
          """
          PutObject PostObject AppendObject PutSymlink DeleteObject DeleteObjects CopyObject
          RenameObject CreateMultipartUpload UploadPart UploadPartCopy CompleteMultipartUpload
          ModifyObject TruncateObject PutObjectMetadata
          """,
          Kind.READ,
          """
          GetSymlink GetObject HeadObject GetObjectMeta GetObjectAttributes GetObjectTorrent
          SelectObjectContent WriteGetObjectResponse
          """,
          Kind.READ_BUCKET_ACL,
          "GetBucketAcl",
          Kind.WRITE_BUCKET_ACL,
          "PutBucketAcl",
          Kind.READ_OBJECT_ACL,
          "GetObjectAcl",
          Kind.WRITE_OBJECT_ACL,
          "PutObjectAcl",
          Kind.UPLOAD,
          "ListParts AbortMultipartUpload",
          Kind.OWN,
          """
          DeleteBucket GetBucketLocation GetBucketInfo GetBucketStat GetBucketMeta RestoreObject
          UpdateObjectEncryption GetObjectTagging PutObjectTagging DeleteObjectTagging
          GetObjectLegalHold PutObjectLegalHold GetObjectRetention PutObjectRetention
          GetObjectAnnotation ListObjectAnnotations PutObjectAnnotation DeleteObjectAnnotation
          GetBucketAbac PutBucketAbac
          GetBucketAccelerateConfiguration PutBucketAccelerateConfiguration
          GetBucketAnalyticsConfiguration PutBucketAnalyticsConfiguration
          DeleteBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations
          GetBucketCors PutBucketCors DeleteBucketCors
          GetBucketEncryption PutBucketEncryption DeleteBucketEncryption
          GetBucketIntelligentTieringConfiguration PutBucketIntelligentTieringConfiguration
          DeleteBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations
          GetBucketInventoryConfiguration PutBucketInventoryConfiguration
          DeleteBucketInventoryConfiguration ListBucketInventoryConfigurations
          GetBucketLifecycleConfiguration PutBucketLifecycleConfiguration DeleteBucketLifecycle
          GetBucketLogging PutBucketLogging
          GetBucketMetadataConfiguration CreateBucketMetadataConfiguration
          DeleteBucketMetadataConfiguration GetBucketMetadataTableConfiguration
          CreateBucketMetadataTableConfiguration DeleteBucketMetadataTableConfiguration
          UpdateBucketMetadataInventoryTableConfiguration
          UpdateBucketMetadataJournalTableConfiguration
          GetBucketMetricsConfiguration PutBucketMetricsConfiguration
          DeleteBucketMetricsConfiguration ListBucketMetricsConfigurations
          GetBucketNotificationConfiguration PutBucketNotificationConfiguration
          GetBucketOwnershipControls PutBucketOwnershipControls DeleteBucketOwnershipControls
          GetBucketPolicy PutBucketPolicy DeleteBucketPolicy GetBucketPolicyStatus
          GetBucketReplication PutBucketReplication DeleteBucketReplication
          GetBucketRequestPayment PutBucketRequestPayment
          GetBucketTagging PutBucketTagging DeleteBucketTagging
          GetBucketVersioning PutBucketVersioning
          GetBucketWebsite PutBucketWebsite DeleteBucketWebsite
          GetObjectLockConfiguration PutObjectLockConfiguration
          GetPublicAccessBlock PutPublicAccessBlock DeletePublicAccessBlock
          GetBucketQuota PutBucketQuota GetBucketStorageInfo
          GetBucketStorageClass PutBucketStorageClass
          GetBucketCustomDomain PutBucketCustomDomain DeleteBucketCustomDomain
          GetBucketMirrorBackToSource PutBucketMirrorBackToSource DeleteBucketMirrorBackToSource
          GetBucketCompressPolicy PutBucketCompressPolicy DeleteBucketCompressPolicy
          GetBucketDirectColdAccess PutBucketDirectColdAccess DeleteBucketDirectColdAccess
          PutBucketCdnNotification GetBucketCdnNotification
          """);

  private static final Map<String, Kind> KINDS = kinds();

  /** In the order of {@link Kind}'s columns. */
  private static final List<World> WORLDS =
      List.of(
          new World("private", canned(CannedAcl.PRIVATE), canned(CannedAcl.PRIVATE), "O"),
          new World("public object", canned(CannedAcl.PRIVATE), canned(CannedAcl.PUBLIC_READ), "O"),
          new World("public bucket", canned(CannedAcl.PUBLIC_READ), canned(CannedAcl.PRIVATE), "O"),
          new World(
              "open bucket", canned(CannedAcl.PUBLIC_READ_WRITE), canned(CannedAcl.PRIVATE), "O"),
          new World("granted", toFriend(), toFriend(), "O"),
          new World(
              "another's object",
              canned(CannedAcl.PUBLIC_READ_WRITE),
              canned(CannedAcl.PRIVATE),
              "W"));

  private record World(String name, Acl ofBucket, Acl ofObject, String writer) {
    Rights rights(Caller caller) {
      return new Rights(
          caller,
          new Bucket(
              1, new BucketName("b"), account("O"), "", Instant.EPOCH, ofBucket, Optional.empty()));
    }

    StoredObject object() {
      return new StoredObject(
          new ObjectId(new UUID(1, 2)),
          new ObjectKey("k"),
          1,
          new ETag("e"),
          Instant.EPOCH,
          ObjectMetadata.NONE
              .withAcl(ofObject)
              .ownedBy(Optional.of(writer).filter(w -> !w.equals("O")).map(AccountId::new)),
          List.of(),
          0);
    }
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new HashMap<>();
    OPERATIONS.forEach(
        (kind, names) ->
            Stream.of(names.strip().split("\\s+", -1)).forEach(n -> kinds.put(n, kind)));
    return kinds;
  }

  private static Account account(String id) {
    return new Account(new AccountId(id), id, "");
  }

  private static Acl canned(CannedAcl word) {
    return new Acl.Canned(word);
  }

  private static Acl toFriend() {
    return new Acl.Granted(
        List.of(new Grant(new Grantee.Known(new AccountId("F")), Right.FULL_CONTROL)));
  }

  private static Caller caller(char letter) {
    return letter == 'N'
        ? new Caller.Anonymous()
        : new Caller.Authenticated(account(Character.toString(letter)), "AK");
  }

  private static boolean open(Permission permission, Rights rights, StoredObject object) {
    return rights.admits(permission)
        && switch (permission) {
          case READ_OBJECT -> rights.may(Right.READ, object);
          case READ_OBJECT_ACL -> rights.may(Right.READ_ACP, object);
          case WRITE_OBJECT_ACL -> rights.may(Right.WRITE_ACP, object);
          default -> true;
        };
  }

  @Test
  void everyOperationHasItsKind() {
    assertThat(KINDS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Operation.values()).map(Enum::name).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyOperationIsOpenToWhomItIsGranted() {
    return Arrays.stream(Operation.values())
        .map(operation -> dynamicTest(operation.name(), () -> check(operation)));
  }

  private static void check(Operation operation) {
    Kind kind = KINDS.get(operation.name());
    assertThat(kind).as("kind of " + operation).isNotNull();
    if (kind == Kind.ACCOUNT) {
      assertThat(operation.permission()).isEmpty();
      return;
    }
    Permission permission = operation.permission().orElseThrow();
    for (int i = 0; i < WORLDS.size(); i++) {
      World world = WORLDS.get(i);
      StringBuilder open = new StringBuilder();
      for (char letter : "OWFN".toCharArray()) {
        if (open(permission, world.rights(caller(letter)), world.object())) {
          open.append(letter);
        }
      }
      assertThat(open).as(operation + ", " + world.name()).hasToString(kind.openIn(i));
    }
  }
}
