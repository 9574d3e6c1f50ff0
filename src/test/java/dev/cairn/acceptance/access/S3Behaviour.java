package dev.cairn.acceptance.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.TaggingDirective;
import software.amazon.awssdk.services.s3.model.Type;

/** Two accounts and nobody, with the AWS SDK. */
interface S3Behaviour extends UsesAccounts {
  private S3Client client(Holder holder) {
    return AwsClients.pathStyle(holder.cairn());
  }

  private S3Client nobody() {
    return S3Client.builder()
        .endpointOverride(cairn().endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .forcePathStyle(true)
        .build();
  }

  private static String bucket(S3Client owner, BucketCannedACL acl) {
    String name = "acl-" + UUID.randomUUID();
    owner.createBucket(b -> b.bucket(name).acl(acl));
    return name;
  }

  private static void put(S3Client client, String bucket, String key, ObjectCannedACL acl) {
    client.putObject(b -> b.bucket(bucket).key(key).acl(acl), RequestBody.fromString("text"));
  }

  private static String read(S3Client client, String bucket, String key) {
    return client.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asUtf8String();
  }

  private static void denied(ThrowingCallable call) {
    refused(call, 403, "AccessDenied");
  }

  private static void refused(ThrowingCallable call, int status, String code) {
    S3Exception failure = catchThrowableOfType(S3Exception.class, call);
    assertThat(failure).as("refused with " + code).isNotNull();
    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(failure.statusCode()).isEqualTo(status);
  }

  @Test
  default void anObjectIsPublicAndItsBucketIsNot() {
    try (S3Client owner = client(holder("owner"));
        S3Client stranger = client(holder("stranger"));
        S3Client nobody = nobody()) {
      // Given
      String bucket = bucket(owner, BucketCannedACL.PRIVATE);
      put(owner, bucket, "public", ObjectCannedACL.PUBLIC_READ);
      put(owner, bucket, "private", ObjectCannedACL.PRIVATE);
      put(owner, bucket, "accounts", ObjectCannedACL.AUTHENTICATED_READ);

      // When / Then
      assertThat(read(nobody, bucket, "public")).isEqualTo("text");
      assertThat(nobody.headObject(b -> b.bucket(bucket).key("public")).contentLength())
          .isEqualTo(4);
      assertThat(read(stranger, bucket, "accounts")).isEqualTo("text");
      denied(() -> read(nobody, bucket, "accounts"));
      denied(() -> read(nobody, bucket, "private"));
      denied(() -> read(stranger, bucket, "private"));
      denied(() -> read(nobody, bucket, "missing"));
      denied(() -> nobody.listObjectsV2(b -> b.bucket(bucket)));
      denied(() -> put(nobody, bucket, "new", ObjectCannedACL.PRIVATE));
      denied(() -> nobody.deleteObject(b -> b.bucket(bucket).key("public")));
      denied(() -> nobody.getObjectAcl(b -> b.bucket(bucket).key("public")));
    }
  }

  @Test
  default void aPublicBucketIsListedAndWrittenByAll() {
    try (S3Client owner = client(holder("owner"));
        S3Client nobody = nobody()) {
      // Given
      String bucket = bucket(owner, BucketCannedACL.PUBLIC_READ_WRITE);
      put(owner, bucket, "private", ObjectCannedACL.PRIVATE);

      // When
      put(nobody, bucket, "new", ObjectCannedACL.PRIVATE);

      // Then: what nobody signed is the bucket owner's.
      assertThat(nobody.listObjectsV2(b -> b.bucket(bucket)).contents()).hasSize(2);
      assertThat(read(owner, bucket, "new")).isEqualTo("text");
      denied(() -> read(nobody, bucket, "new"));
      denied(() -> read(nobody, bucket, "private"));
      refused(() -> read(nobody, bucket, "missing"), 404, "NoSuchKey");
      denied(() -> nobody.createMultipartUpload(b -> b.bucket(bucket).key("k")));
      denied(() -> nobody.getBucketAcl(b -> b.bucket(bucket)));
      denied(() -> nobody.getBucketLocation(b -> b.bucket(bucket)));
      denied(() -> nobody.deleteBucket(b -> b.bucket(bucket)));
      nobody.deleteObject(b -> b.bucket(bucket).key("private"));
      assertThat(nobody.listObjectsV2(b -> b.bucket(bucket)).contents()).hasSize(1);
    }
  }

  @Test
  default void whoWritesIntoAnothersBucketOwnsWhatTheyWrote() {
    Holder guest = holder("guest");
    try (S3Client owner = client(holder("owner"));
        S3Client writer = client(guest)) {
      // Given
      String bucket = bucket(owner, BucketCannedACL.PRIVATE);
      owner.putBucketAcl(b -> b.bucket(bucket).grantWrite("id=\"" + guest.id() + "\""));

      // When
      put(writer, bucket, "theirs", ObjectCannedACL.PRIVATE);
      put(writer, bucket, "shared", ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL);

      // Then
      assertThat(read(writer, bucket, "theirs")).isEqualTo("text");
      denied(() -> read(owner, bucket, "theirs"));
      denied(() -> owner.getObjectAcl(b -> b.bucket(bucket).key("theirs")));
      assertThat(read(owner, bucket, "shared")).isEqualTo("text");
      var acl = owner.getObjectAcl(b -> b.bucket(bucket).key("shared"));
      assertThat(acl.owner().id()).isEqualTo(guest.id());
      assertThat(acl.owner().displayName()).isEqualTo("guest");
      assertThat(acl.grants()).hasSize(2);
      assertThat(owner.listObjects(b -> b.bucket(bucket)).contents())
          .extracting(each -> each.owner().id())
          .containsOnly(guest.id());
      owner.deleteObject(b -> b.bucket(bucket).key("theirs"));
    }
  }

  @Test
  default void listsAreWrittenAndReadAsDocuments() {
    Holder master = holder("owner");
    Holder other = holder("friend");
    try (S3Client owner = client(master);
        S3Client friend = client(other);
        S3Client nobody = nobody()) {
      // Given
      String bucket = bucket(owner, BucketCannedACL.PRIVATE);
      put(owner, bucket, "k", ObjectCannedACL.PRIVATE);
      Grant byAddress =
          Grant.builder()
              .grantee(g -> g.type(Type.AMAZON_CUSTOMER_BY_EMAIL).emailAddress(other.email()))
              .permission(Permission.READ)
              .build();
      Grant toAll =
          Grant.builder()
              .grantee(
                  g -> g.type(Type.GROUP).uri("http://acs.amazonaws.com/groups/global/AllUsers"))
              .permission(Permission.READ_ACP)
              .build();

      // When
      owner.putObjectAcl(
          b ->
              b.bucket(bucket)
                  .key("k")
                  .accessControlPolicy(
                      p -> p.owner(o -> o.id(master.id())).grants(byAddress, toAll)));

      // Then
      assertThat(read(friend, bucket, "k")).isEqualTo("text");
      denied(() -> read(nobody, bucket, "k"));
      var shown = nobody.getObjectAcl(b -> b.bucket(bucket).key("k"));
      assertThat(shown.owner().id()).isEqualTo(master.id());
      assertThat(shown.grants().getFirst().grantee().type()).isEqualTo(Type.CANONICAL_USER);
      assertThat(shown.grants().getFirst().grantee().id()).isEqualTo(other.id());
      assertThat(shown.grants().getFirst().grantee().displayName()).isEqualTo("friend");
      assertThat(shown.grants().getLast()).isEqualTo(toAll);
      denied(
          () -> friend.putObjectAcl(b -> b.bucket(bucket).key("k").acl(ObjectCannedACL.PRIVATE)));
    }
  }

  @Test
  default void copiesAreForWhoMayReadTheSourceAndDoNotKeepItsList() {
    Holder other = holder("friend");
    try (S3Client owner = client(holder("owner"));
        S3Client friend = client(other);
        S3Client nobody = nobody()) {
      // Given
      String source = bucket(owner, BucketCannedACL.PRIVATE);
      put(owner, source, "public", ObjectCannedACL.PUBLIC_READ);
      put(owner, source, "private", ObjectCannedACL.PRIVATE);
      String own = bucket(friend, BucketCannedACL.PRIVATE);

      // When
      friend.copyObject(
          b ->
              b.sourceBucket(source)
                  .sourceKey("public")
                  .destinationBucket(own)
                  .destinationKey("copy"));

      // Then
      assertThat(read(friend, own, "copy")).isEqualTo("text");
      denied(() -> read(nobody, own, "copy"));
      denied(
          () ->
              friend.copyObject(
                  b ->
                      b.sourceBucket(source)
                          .sourceKey("private")
                          .destinationBucket(own)
                          .destinationKey("copy")));
      String upload = friend.createMultipartUpload(b -> b.bucket(own).key("up")).uploadId();
      denied(
          () ->
              friend.uploadPartCopy(
                  b ->
                      b.sourceBucket(source)
                          .sourceKey("private")
                          .destinationBucket(own)
                          .destinationKey("up")
                          .uploadId(upload)
                          .partNumber(1)));
    }
  }

  @Test
  default void tagsAreForTheBucketsOwner() {
    try (S3Client owner = client(holder("owner"));
        S3Client friend = client(holder("friend"))) {
      // Given
      String source = bucket(owner, BucketCannedACL.PRIVATE);
      owner.putObject(
          b -> b.bucket(source).key("k").acl(ObjectCannedACL.PUBLIC_READ).tagging("a=b"),
          RequestBody.fromString("text"));
      String own = bucket(friend, BucketCannedACL.PRIVATE);

      // When / Then
      assertThat(owner.headObject(b -> b.bucket(source).key("k")).tagCount()).isEqualTo(1);
      assertThat(friend.headObject(b -> b.bucket(source).key("k")).tagCount()).isNull();
      denied(() -> friend.getObjectTagging(b -> b.bucket(source).key("k")));
      denied(
          () ->
              friend.copyObject(
                  b ->
                      b.sourceBucket(source)
                          .sourceKey("k")
                          .destinationBucket(own)
                          .destinationKey("k")));
      friend.copyObject(
          b ->
              b.sourceBucket(source)
                  .sourceKey("k")
                  .destinationBucket(own)
                  .destinationKey("k")
                  .taggingDirective(TaggingDirective.REPLACE));
      assertThat(read(friend, own, "k")).isEqualTo("text");
    }
  }

  @Test
  default void anUploadIsForWhoBeganItAndTheBucketsOwner() {
    Holder first = holder("first");
    try (S3Client owner = client(holder("owner"));
        S3Client initiator = client(first);
        S3Client other = client(holder("other"))) {
      // Given
      String bucket = bucket(owner, BucketCannedACL.PUBLIC_READ_WRITE);
      String upload =
          initiator
              .createMultipartUpload(
                  b -> b.bucket(bucket).key("k").acl(ObjectCannedACL.BUCKET_OWNER_READ))
              .uploadId();

      // When / Then
      denied(() -> other.listParts(b -> b.bucket(bucket).key("k").uploadId(upload)));
      denied(
          () ->
              other.uploadPart(
                  b -> b.bucket(bucket).key("k").uploadId(upload).partNumber(1),
                  RequestBody.fromString("text")));
      denied(() -> other.abortMultipartUpload(b -> b.bucket(bucket).key("k").uploadId(upload)));
      String tag =
          initiator
              .uploadPart(
                  b -> b.bucket(bucket).key("k").uploadId(upload).partNumber(1),
                  RequestBody.fromString("text"))
              .eTag();
      denied(
          () ->
              other.completeMultipartUpload(
                  b ->
                      b.bucket(bucket)
                          .key("k")
                          .uploadId(upload)
                          .multipartUpload(m -> m.parts(p -> p.partNumber(1).eTag(tag)))));
      var parts = owner.listParts(b -> b.bucket(bucket).key("k").uploadId(upload));
      assertThat(parts.initiator().id()).isEqualTo(first.id());
      assertThat(parts.owner().id()).isEqualTo(first.id());
      initiator.completeMultipartUpload(
          b ->
              b.bucket(bucket)
                  .key("k")
                  .uploadId(upload)
                  .multipartUpload(m -> m.parts(p -> p.partNumber(1).eTag(tag))));
      assertThat(read(owner, bucket, "k")).isEqualTo("text");
      denied(() -> read(other, bucket, "k"));
    }
  }

  @Test
  default void aListThatCannotBeIsRefused() {
    Holder master = holder("owner");
    try (S3Client owner = client(master)) {
      // Given
      String bucket = bucket(owner, BucketCannedACL.PRIVATE);

      // When / Then
      refused(
          () -> owner.putBucketAcl(b -> b.bucket(bucket).acl("everybody")), 400, "InvalidArgument");
      refused(
          () ->
              owner.putBucketAcl(
                  b -> b.bucket(bucket).acl(BucketCannedACL.PRIVATE).grantRead("id=x")),
          400,
          "InvalidRequest");
      refused(
          () -> owner.putBucketAcl(b -> b.bucket(bucket).grantRead("id=no-such-account")),
          400,
          "InvalidArgument");
      refused(
          () -> owner.putBucketAcl(b -> b.bucket(bucket).grantRead("emailAddress=no@where")),
          400,
          "UnresolvableGrantByEmailAddress");
      refused(
          () ->
              owner.putBucketAcl(
                  b ->
                      b.bucket(bucket)
                          .accessControlPolicy(
                              p ->
                                  p.owner(o -> o.id("other"))
                                      .grants(
                                          g ->
                                              g.grantee(
                                                      e ->
                                                          e.type(Type.CANONICAL_USER)
                                                              .id(master.id()))
                                                  .permission(Permission.READ)))),
          403,
          "AccessDenied");
      SignerV4 signer =
          new SignerV4(master.cairn().accessKeyId(), master.cairn().secretAccessKey());
      WireRequest other = request("PUT", "/" + bucket + "?acl").body("<Other/>");
      UsesWire.refusal(send(signer.sign(other)), 400, "MalformedACLError");
      UsesWire.refusal(
          send(signer.sign(other.with("x-amz-acl", "private"))), 400, "UnexpectedContent");
    }
  }

  @Test
  default void nobodyChoosesHeadersOfTheAnswer() {
    try (S3Client owner = client(holder("owner"))) {
      // Given
      String bucket = bucket(owner, BucketCannedACL.PRIVATE);
      put(owner, bucket, "public", ObjectCannedACL.PUBLIC_READ);

      // When
      WireAnswer plain = unsigned("GET", "/" + bucket + "/public");
      WireAnswer chosen =
          unsigned("GET", "/" + bucket + "/public?response-content-type=text%2Fhtml");

      // Then
      assertThat(plain.status()).isEqualTo(200);
      assertThat(new String(plain.body(), UTF_8)).isEqualTo("text");
      assertThat(chosen.status()).isEqualTo(400);
      assertThat(chosen.error()).containsEntry("Code", "InvalidRequest");
    }
  }
}
