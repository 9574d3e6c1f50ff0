package dev.cairn.acceptance.oss.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.oss.model.CreateSymlinkRequest;
import com.aliyun.oss.model.OSSObject;
import com.aliyun.oss.model.OSSSymlink;
import com.aliyun.oss.model.ObjectMetadata;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.s2.S2Clients;
import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Links by OSS's SDK, and what everybody reads through them. */
interface SymlinkBehaviour extends UsesOss {
  byte[] BYTES = {1, 2, 3, 4, 5};

  private String bucketWithTarget() {
    String bucket = freshBucket();
    ObjectMetadata described = new ObjectMetadata();
    described.setContentType("text/target");
    described.addUserMetadata("of", "target");
    oss().putObject(bucket, "a b/ä+%", new ByteArrayInputStream(BYTES), described);
    return bucket;
  }

  private void link(String bucket, String link, String target) {
    ObjectMetadata described = new ObjectMetadata();
    described.setContentType("text/link");
    described.addUserMetadata("of", "link");
    CreateSymlinkRequest request = new CreateSymlinkRequest(bucket, link, target);
    request.setMetadata(described);
    oss().createSymlink(request);
  }

  private WireRequest byHand(String method, String bucket, String target) {
    return WireRequest.of(method, "/" + bucket + target)
        .with("Host", "oss.localhost:" + cairn().port());
  }

  @Test
  default void tellsWhereALinkLeads() {
    String bucket = bucketWithTarget();
    link(bucket, "link", "a b/ä+%");

    OSSSymlink told = oss().getSymlink(bucket, "link");

    assertThat(told.getTarget()).isEqualTo("a b/ä+%");
    assertThat(told.getMetadata().getUserMetadata()).containsEntry("of", "link");
  }

  @Test
  default void readsTheTargetThroughTheLink() throws IOException {
    String bucket = bucketWithTarget();
    link(bucket, "link", "a b/ä+%");

    try (OSSObject read = oss().getObject(bucket, "link")) {
      assertThat(read.getObjectContent().readAllBytes()).isEqualTo(BYTES);
      ObjectMetadata shown = read.getObjectMetadata();
      assertThat(shown.getObjectType()).isEqualTo("Symlink");
      assertThat(shown.getETag()).isEqualTo(oss().getObjectMetadata(bucket, "a b/ä+%").getETag());
      assertThat(shown.getContentType()).isEqualTo("text/link");
      assertThat(shown.getUserMetadata()).containsEntry("of", "link");
      assertThat(shown.getServerCRC()).isNotNull();
      assertThat(shown.getContentMD5()).isNotNull();
    }
    assertThat(oss().getObjectMetadata(bucket, "link").getContentLength()).isEqualTo(5);
  }

  @Test
  default void tellsOfTheLinkItselfInListingsAndItsMeta() {
    String bucket = bucketWithTarget();
    link(bucket, "link", "a b/ä+%");

    var listed = oss().listObjectsV2(bucket).getObjectSummaries();
    WireAnswer meta = tell(byHand("HEAD", bucket, "/link?objectMeta"));

    assertThat(listed)
        .extracting(o -> o.getKey() + ": " + o.getType())
        .containsExactly("a b/ä+%: Normal", "link: Symlink");
    assertThat(meta.header("x-oss-object-type")).contains("Symlink");
    assertThat(meta.header("Content-Length")).contains("0");
  }

  @Test
  default void everyVendorReadsTheTarget() throws IOException {
    String bucket = bucketWithTarget();
    link(bucket, "link", "a b/ä+%");

    for (S3Client aws :
        new S3Client[] {AwsClients.pathStyle(cairn()), S2Clients.pathStyle(cairn())}) {
      assertThat(aws.getObjectAsBytes(r -> r.bucket(bucket).key("link")).asByteArray())
          .isEqualTo(BYTES);
      assertThat(aws.headObject(r -> r.bucket(bucket).key("link")).contentLength()).isEqualTo(5);
      assertThat(
              aws.getObjectAsBytes(r -> r.bucket(bucket).key("link").range("bytes=1-2"))
                  .asByteArray())
          .containsExactly(2, 3);
    }
    assertThat(
            ObsClients.byAddress(cairn())
                .getObject(bucket, "link")
                .getObjectContent()
                .readAllBytes())
        .isEqualTo(BYTES);
  }

  @Test
  default void copiesTheLinkInOssAndTheTargetElsewhere() {
    String bucket = bucketWithTarget();
    link(bucket, "link", "a b/ä+%");

    oss().copyObject(bucket, "link", bucket, "link-again");
    AwsClients.pathStyle(cairn())
        .copyObject(
            r ->
                r.sourceBucket(bucket)
                    .sourceKey("link")
                    .destinationBucket(bucket)
                    .destinationKey("whole"));

    assertThat(oss().getSymlink(bucket, "link-again").getTarget()).isEqualTo("a b/ä+%");
    assertThat(codeOf(() -> oss().getSymlink(bucket, "whole"))).isEqualTo("NotSymlink");
    assertThat(oss().getObjectMetadata(bucket, "whole").getContentLength()).isEqualTo(5);
  }

  @Test
  default void deletingTheLinkLeavesTheTarget() {
    String bucket = bucketWithTarget();
    link(bucket, "link", "a b/ä+%");

    oss().deleteObject(bucket, "link");

    assertThat(oss().doesObjectExist(bucket, "a b/ä+%")).isTrue();
    assertThat(codeOf(() -> oss().getSymlink(bucket, "link"))).isEqualTo("NoSuchKey");
  }

  @Test
  default void refusesLinksThatLeadNowhereOrOn() {
    String bucket = bucketWithTarget();
    link(bucket, "dead", "nothing");
    link(bucket, "to-dead", "dead");
    S3Client s3 = AwsClients.pathStyle(cairn());

    assertThat(codeOf(() -> oss().getObject(bucket, "dead"))).isEqualTo("SymlinkTargetNotExist");
    assertThat(codeOf(() -> oss().getObject(bucket, "to-dead"))).isEqualTo("InvalidTargetType");
    assertThat(codeOf(() -> oss().getSymlink(bucket, "a b/ä+%"))).isEqualTo("NotSymlink");
    S3Exception missing =
        catchThrowableOfType(
            S3Exception.class, () -> s3.getObjectAsBytes(r -> r.bucket(bucket).key("dead")));
    assertThat(missing.awsErrorDetails().errorCode()).isEqualTo("NoSuchKey");
    S3Exception onward =
        catchThrowableOfType(
            S3Exception.class, () -> s3.getObjectAsBytes(r -> r.bucket(bucket).key("to-dead")));
    assertThat(onward.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "x-oss-none,           any,       400, MissingArgument",
    "x-oss-symlink-target, %zz,       400, InvalidArgument",
    "x-oss-symlink-target, /leading,  400, InvalidObjectName",
    "x-oss-symlink-target, %00,       400, InvalidArgument"
  })
  default void refusesTargets(String header, String value, int status, String code) {
    String bucket = freshBucket();

    refusesOss(byHand("PUT", bucket, "/link?symlink").with(header, value), status, code);
  }

  @Test
  default void aLinkOverwritesNothingWhereTold() {
    String bucket = bucketWithTarget();
    link(bucket, "link", "a b/ä+%");

    refusesOss(
        byHand("PUT", bucket, "/link?symlink")
            .with("x-oss-symlink-target", "other")
            .with("x-oss-forbid-overwrite", "true"),
        409,
        "FileAlreadyExists");
  }

  @Test
  default void deletionsKnowNoCondition() {
    String bucket = bucketWithTarget();
    link(bucket, "link", "a b/ä+%");

    refusesOss(byHand("DELETE", bucket, "/link").with("If-Match", "\"00\""), 400, "NotImplemented");
  }
}
