package dev.cairn.acceptance.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSException;
import com.aliyun.oss.model.CannedAccessControlList;
import com.aliyun.oss.model.CompleteMultipartUploadRequest;
import com.aliyun.oss.model.CreateBucketRequest;
import com.aliyun.oss.model.InitiateMultipartUploadRequest;
import com.aliyun.oss.model.ObjectMetadata;
import com.aliyun.oss.model.ObjectPermission;
import com.aliyun.oss.model.UploadPartRequest;
import dev.cairn.acceptance.oss.OssClients;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Two accounts and nobody, with Alibaba Cloud's SDK. */
interface OssBehaviour extends UsesAccounts {
  private OSS client(Holder holder) {
    return OssClients.hostStyle(holder.cairn());
  }

  private static String bucket(OSS owner, CannedAccessControlList acl) {
    String name = "acl-" + UUID.randomUUID();
    owner.createBucket(new CreateBucketRequest(name).withCannedACL(acl));
    return name;
  }

  private static void put(OSS client, String bucket, String key, CannedAccessControlList acl) {
    ObjectMetadata metadata = new ObjectMetadata();
    if (acl != null) {
      metadata.setObjectAcl(acl);
    }
    client.putObject(bucket, key, new ByteArrayInputStream("text".getBytes(UTF_8)), metadata);
  }

  private static String read(OSS client, String bucket, String key) throws IOException {
    try (var content = client.getObject(bucket, key).getObjectContent()) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  private WireAnswer nobody(String bucket, String target) {
    return send(
        WireRequest.of("GET", target).with("Host", bucket + ".oss.localhost:" + cairn().port()));
  }

  private static void refused(ThrowingCallable call, String code) {
    OSSException failure = catchThrowableOfType(OSSException.class, call);
    assertThat(failure).as("refused with " + code).isNotNull();
    assertThat(failure.getErrorCode()).isEqualTo(code);
  }

  @Test
  default void anObjectHasItsBucketsListUntilItHasItsOwn() throws IOException {
    OSS owner = client(holder("owner"));
    OSS stranger = client(holder("stranger"));
    try {
      // Given
      String bucket = bucket(owner, CannedAccessControlList.PublicRead);
      put(owner, bucket, "plain", null);
      put(owner, bucket, "private", CannedAccessControlList.Private);

      // When / Then
      assertThat(nobody(bucket, "/plain").text()).isEqualTo("text");
      assertThat(nobody(bucket, "/private").status()).isEqualTo(403);
      assertThat(nobody(bucket, "/missing").status()).isEqualTo(404);
      assertThat(owner.getObjectAcl(bucket, "plain").getPermission())
          .isEqualTo(ObjectPermission.Default);
      assertThat(owner.getBucketAcl(bucket).getCannedACL())
          .isEqualTo(CannedAccessControlList.PublicRead);
      refused(() -> put(stranger, bucket, "new", null), "AccessDenied");
      refused(() -> read(stranger, bucket, "private"), "AccessDenied");

      // When
      owner.setBucketAcl(bucket, CannedAccessControlList.Private);
      owner.setObjectAcl(bucket, "private", CannedAccessControlList.PublicRead);

      // Then
      assertThat(nobody(bucket, "/plain").status()).isEqualTo(403);
      assertThat(nobody(bucket, "/missing").status()).isEqualTo(403);
      assertThat(nobody(bucket, "/private").text()).isEqualTo("text");
      assertThat(owner.getObjectAcl(bucket, "private").getPermission())
          .isEqualTo(ObjectPermission.PublicRead);
      refused(
          () -> stranger.setObjectAcl(bucket, "private", CannedAccessControlList.Private),
          "AccessDenied");
    } finally {
      owner.shutdown();
      stranger.shutdown();
    }
  }

  @Test
  default void whateverIsInABucketIsItsOwners() throws IOException {
    OSS owner = client(holder("owner"));
    OSS guest = client(holder("guest"));
    try {
      // Given
      String bucket = bucket(owner, CannedAccessControlList.PublicReadWrite);

      // When
      put(guest, bucket, "k", CannedAccessControlList.Private);

      // Then
      assertThat(read(owner, bucket, "k")).isEqualTo("text");
      refused(() -> read(guest, bucket, "k"), "AccessDenied");
    } finally {
      owner.shutdown();
      guest.shutdown();
    }
  }

  @Test
  default void ownBucketMadeAgainGetsTheListThatIsStated() {
    OSS owner = client(holder("owner"));
    try {
      // Given
      String bucket = bucket(owner, CannedAccessControlList.PublicRead);

      // When
      owner.createBucket(
          new CreateBucketRequest(bucket).withCannedACL(CannedAccessControlList.Private));

      // Then
      assertThat(owner.getBucketAcl(bucket).getCannedACL())
          .isEqualTo(CannedAccessControlList.Private);
    } finally {
      owner.shutdown();
    }
  }

  @Test
  default void anUploadsListIsStatedWhenItIsCompleted() {
    OSS owner = client(holder("owner"));
    try {
      // Given
      String bucket = bucket(owner, CannedAccessControlList.Private);
      String upload =
          owner
              .initiateMultipartUpload(new InitiateMultipartUploadRequest(bucket, "k"))
              .getUploadId();
      var part =
          owner.uploadPart(
              new UploadPartRequest(
                  bucket, "k", upload, 1, new ByteArrayInputStream("text".getBytes(UTF_8)), 4));

      // When
      CompleteMultipartUploadRequest complete =
          new CompleteMultipartUploadRequest(
              bucket, "k", upload, new ArrayList<>(List.of(part.getPartETag())));
      complete.setObjectACL(CannedAccessControlList.PublicRead);
      owner.completeMultipartUpload(complete);

      // Then
      assertThat(nobody(bucket, "/k").text()).isEqualTo("text");
    } finally {
      owner.shutdown();
    }
  }
}
