package dev.cairn.acceptance.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.obs.services.ObsClient;
import com.obs.services.exception.ObsException;
import com.obs.services.model.AccessControlList;
import com.obs.services.model.AuthTypeEnum;
import com.obs.services.model.CanonicalGrantee;
import com.obs.services.model.CreateBucketRequest;
import com.obs.services.model.GroupGrantee;
import com.obs.services.model.Owner;
import com.obs.services.model.Permission;
import com.obs.services.model.PutObjectRequest;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two accounts and nobody, with Huawei's SDK in both its forms. */
interface ObsBehaviour extends UsesAccounts {
  private ObsClient client(Holder holder, AuthTypeEnum form) {
    return ObsClients.hostStyle(holder.cairn(), form);
  }

  private static String bucket(ObsClient owner, AccessControlList acl) {
    String name = "acl-" + UUID.randomUUID();
    CreateBucketRequest request = new CreateBucketRequest(name);
    request.setAcl(acl);
    owner.createBucket(request);
    return name;
  }

  private static void put(ObsClient client, String bucket, String key, AccessControlList acl) {
    PutObjectRequest request =
        new PutObjectRequest(bucket, key, new ByteArrayInputStream("text".getBytes(UTF_8)));
    request.setAcl(acl);
    client.putObject(request);
  }

  private static String read(ObsClient client, String bucket, String key) throws IOException {
    try (var content = client.getObject(bucket, key).getObjectContent()) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  private WireAnswer nobody(String bucket, String target) {
    return send(
        WireRequest.of("GET", target)
            .with("Host", bucket + "." + ObsClients.DOMAIN + ":" + cairn().port()));
  }

  private static void denied(ThrowingCallable call) {
    refused(call, 403, "AccessDenied");
  }

  private static void refused(ThrowingCallable call, int status, String code) {
    ObsException failure = catchThrowableOfType(ObsException.class, call);
    assertThat(failure).as("refused with " + code).isNotNull();
    assertThat(failure.getErrorCode()).isEqualTo(code);
    assertThat(failure.getResponseCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(
      value = AuthTypeEnum.class,
      names = {"OBS", "V2", "V4"})
  default void listsAreStatedAndEnforcedInObs(AuthTypeEnum form) throws IOException {
    Holder master = holder("owner");
    Holder other = holder("friend");
    try (ObsClient owner = client(master, form);
        ObsClient friend = client(other, form)) {
      // Given
      String bucket = bucket(owner, AccessControlList.REST_CANNED_PRIVATE);
      put(owner, bucket, "public", AccessControlList.REST_CANNED_PUBLIC_READ);
      put(owner, bucket, "k", AccessControlList.REST_CANNED_PRIVATE);
      denied(() -> read(friend, bucket, "k"));

      // When
      AccessControlList acl = new AccessControlList();
      Owner self = new Owner();
      self.setId(master.id());
      acl.setOwner(self);
      acl.grantPermission(new CanonicalGrantee(other.id()), Permission.PERMISSION_READ);
      acl.grantPermission(GroupGrantee.ALL_USERS, Permission.PERMISSION_READ_ACP);
      owner.setObjectAcl(bucket, "k", acl);

      // Then
      assertThat(read(friend, bucket, "k")).isEqualTo("text");
      AccessControlList shown = friend.getObjectAcl(bucket, "k");
      assertThat(shown.getOwner().getId()).isEqualTo(master.id());
      assertThat(shown.getPermissionsForGrantee(new CanonicalGrantee(other.id())))
          .containsExactly(Permission.PERMISSION_READ);
      assertThat(shown.getPermissionsForGrantee(GroupGrantee.ALL_USERS))
          .containsExactly(Permission.PERMISSION_READ_ACP);
      assertThat(nobody(bucket, "/public").text()).isEqualTo("text");
      assertThat(nobody(bucket, "/k").status()).isEqualTo(403);
      denied(() -> friend.listObjects(bucket));
      denied(() -> put(friend, bucket, "new", AccessControlList.REST_CANNED_PRIVATE));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AuthTypeEnum.class,
      names = {"OBS", "V2"})
  default void aBucketsListIsReadAndWrittenInObs(AuthTypeEnum form) throws IOException {
    Holder other = holder("friend");
    try (ObsClient owner = client(holder("owner"), form);
        ObsClient friend = client(other, form)) {
      // Given
      String bucket = bucket(owner, AccessControlList.REST_CANNED_PRIVATE);
      AccessControlList acl = owner.getBucketAcl(bucket);

      // When
      acl.grantPermission(new CanonicalGrantee(other.id()), Permission.PERMISSION_WRITE);
      owner.setBucketAcl(bucket, acl);
      put(friend, bucket, "theirs", AccessControlList.REST_CANNED_PRIVATE);
      put(friend, bucket, "shared", AccessControlList.REST_CANNED_BUCKET_OWNER_READ);

      // Then
      assertThat(owner.getBucketAcl(bucket).getGrants()).hasSize(2);
      assertThat(read(friend, bucket, "theirs")).isEqualTo("text");
      denied(() -> read(owner, bucket, "theirs"));
      assertThat(read(owner, bucket, "shared")).isEqualTo("text");
      denied(() -> friend.listObjects(bucket));
      denied(() -> friend.getBucketAcl(bucket));
      refused(
          () -> owner.setObjectAcl(bucket, "missing", AccessControlList.REST_CANNED_PRIVATE),
          404,
          "NoSuchKey");
    }
  }

  @Test
  default void aBucketDeliversWhatItGrantsToItsObjects() throws IOException {
    Holder master = holder("owner");
    try (ObsClient owner = client(master, AuthTypeEnum.OBS)) {
      // Given
      String bucket = bucket(owner, AccessControlList.REST_CANNED_PUBLIC_READ_DELIVERED);
      put(owner, bucket, "k", AccessControlList.REST_CANNED_PRIVATE);
      put(owner, bucket, "apart", AccessControlList.REST_CANNED_PRIVATE);

      // When
      AccessControlList apart = owner.getObjectAcl(bucket, "apart");
      assertThat(apart.isDelivered()).isTrue();
      apart.setDelivered(false);
      owner.setObjectAcl(bucket, "apart", apart);

      // Then
      assertThat(nobody(bucket, "/k").status()).isEqualTo(200);
      assertThat(nobody(bucket, "/apart").status()).isEqualTo(403);
      assertThat(owner.getObjectAcl(bucket, "apart").isDelivered()).isFalse();
      assertThat(owner.getBucketAcl(bucket).getGrants())
          .anySatisfy(grant -> assertThat(grant.isDelivered()).isTrue());
      WireAnswer chosen =
          send(
              WireRequest.of("GET", "/k?response-content-type=text%2Fhtml")
                  .with("Host", bucket + "." + ObsClients.DOMAIN + ":" + cairn().port())
                  .with("x-obs-date", "Sat, 01 Jan 2000 00:00:00 GMT"));
      assertThat(chosen.status()).isEqualTo(400);
      assertThat(chosen.error()).containsEntry("Code", "ForbidAnonReqOverwriteRespHead");
    }
  }
}
