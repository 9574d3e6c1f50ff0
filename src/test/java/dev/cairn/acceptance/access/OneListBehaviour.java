package dev.cairn.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.OSS;
import com.aliyun.oss.model.CannedAccessControlList;
import com.aliyun.oss.model.ObjectPermission;
import com.obs.services.ObsClient;
import com.obs.services.model.AccessControlList;
import com.obs.services.model.AuthTypeEnum;
import com.obs.services.model.GroupGrantee;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.oss.OssClients;
import dev.cairn.acceptance.s3.AwsClients;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.Type;

/** A list that one vendor's client states, and another's reads. */
interface OneListBehaviour extends UsesAccounts {
  @Test
  default void oneListInEveryVendorsWords() throws IOException {
    Holder master = holder("owner");
    OSS oss = OssClients.hostStyle(master.cairn());
    try (S3Client s3 = AwsClients.pathStyle(master.cairn());
        ObsClient obs = ObsClients.hostStyle(master.cairn(), AuthTypeEnum.OBS)) {
      // Given
      String bucket = "acl-" + UUID.randomUUID();
      s3.createBucket(b -> b.bucket(bucket));
      s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("text"));

      // When
      oss.setObjectAcl(bucket, "k", CannedAccessControlList.PublicRead);

      // Then
      var shown = s3.getObjectAcl(b -> b.bucket(bucket).key("k"));
      assertThat(shown.owner().id()).isEqualTo(master.id());
      assertThat(shown.grants().getFirst().permission()).isEqualTo(Permission.FULL_CONTROL);
      assertThat(shown.grants().getLast().grantee().type()).isEqualTo(Type.GROUP);
      assertThat(shown.grants().getLast().permission()).isEqualTo(Permission.READ);
      assertThat(obs.getObjectAcl(bucket, "k").getPermissionsForGrantee(GroupGrantee.ALL_USERS))
          .hasSize(1);

      // When
      s3.putObjectAcl(b -> b.bucket(bucket).key("k").acl(ObjectCannedACL.AUTHENTICATED_READ));

      // Then: OSS has no word for it.
      assertThat(oss.getObjectAcl(bucket, "k").getPermission()).isEqualTo(ObjectPermission.Private);

      // When
      obs.setBucketAcl(bucket, AccessControlList.REST_CANNED_PUBLIC_READ_WRITE_DELIVERED);

      // Then
      assertThat(oss.getBucketAcl(bucket).getCannedACL())
          .isEqualTo(CannedAccessControlList.PublicReadWrite);
      assertThat(s3.getBucketAcl(b -> b.bucket(bucket)).grants())
          .extracting(grant -> grant.permissionAsString())
          .containsExactly("FULL_CONTROL", "READ", "WRITE");
      assertThat(unsigned("GET", "/" + bucket + "/k").status()).isEqualTo(200);

      // When
      oss.setObjectAcl(bucket, "k", CannedAccessControlList.Default);
      oss.setBucketAcl(bucket, CannedAccessControlList.Private);

      // Then
      assertThat(s3.getObjectAcl(b -> b.bucket(bucket).key("k")).grants()).hasSize(1);
      assertThat(unsigned("GET", "/" + bucket + "/k").status()).isEqualTo(403);
    } finally {
      oss.shutdown();
    }
  }
}
