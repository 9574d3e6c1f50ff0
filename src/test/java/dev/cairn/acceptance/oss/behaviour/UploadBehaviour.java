package dev.cairn.acceptance.oss.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.model.AppendObjectRequest;
import com.aliyun.oss.model.CompleteMultipartUploadRequest;
import com.aliyun.oss.model.InitiateMultipartUploadRequest;
import com.aliyun.oss.model.UploadPartCopyRequest;
import com.aliyun.oss.model.UploadPartRequest;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only OSS has of uploads: all parts at once, and objects that may not be overwritten. */
interface UploadBehaviour extends UsesOss {
  int PART = 100 << 10;

  private String begun(String bucket, String key) {
    return oss()
        .initiateMultipartUpload(new InitiateMultipartUploadRequest(bucket, key))
        .getUploadId();
  }

  private void part(String bucket, String key, String upload, int number, byte[] bytes) {
    oss()
        .uploadPart(
            new UploadPartRequest(
                bucket, key, upload, number, new ByteArrayInputStream(bytes), bytes.length));
  }

  private CompleteMultipartUploadRequest all(String bucket, String key, String upload) {
    CompleteMultipartUploadRequest request =
        new CompleteMultipartUploadRequest(bucket, key, upload, null);
    request.addHeader("x-oss-complete-all", "yes");
    return request;
  }

  @Test
  default void completesWithAllPartsByNumber() throws Exception {
    // Given
    String bucket = freshBucket();
    String upload = begun(bucket, "k");
    part(bucket, "k", upload, 7, new byte[] {7});
    part(bucket, "k", upload, 2, UsesStore.bytes(PART, 2));

    // When: and asked again, because an answer can be lost.
    var made = oss().completeMultipartUpload(all(bucket, "k", upload));
    var again = oss().completeMultipartUpload(all(bucket, "k", upload));

    // Then
    assertThat(made.getETag()).endsWith("-2");
    assertThat(again.getETag()).isEqualTo(made.getETag());
    try (var object = oss().getObject(bucket, "k")) {
      byte[] read = object.getObjectContent().readAllBytes();
      assertThat(read).hasSize(PART + 1).startsWith(UsesStore.bytes(PART, 2)).endsWith(7);
    }
  }

  private WireRequest complete(String bucket, String upload) {
    return WireRequest.of("POST", "/" + bucket + "/k?uploadId=" + upload)
        .with("Host", "oss.localhost:" + cairn().port());
  }

  @Test
  default void refusesAListBesideAllParts() {
    String bucket = freshBucket();
    String upload = begun(bucket, "k");
    part(bucket, "k", upload, 1, new byte[] {1});

    refusesOss(
        complete(bucket, upload).with("x-oss-complete-all", "yes").body(new byte[] {'<'}),
        400,
        "InvalidArgument");
    refusesOss(
        complete(bucket, upload).with("x-oss-complete-all", "no").body(new byte[0]),
        400,
        "InvalidArgument");
  }

  @Test
  default void refusesToCompleteNothing() {
    String bucket = freshBucket();
    String upload = begun(bucket, "k");

    WireAnswer answer =
        tell(complete(bucket, upload).with("x-oss-complete-all", "yes").body(new byte[0]));

    UsesOss.refusalOfOss(answer, 400, "InvalidRequest");
  }

  @Test
  default void overwritesNothingWhereTold() {
    String bucket = freshBucket();
    oss().putObject(bucket, "k", new ByteArrayInputStream(new byte[1]));
    InitiateMultipartUploadRequest beginning = new InitiateMultipartUploadRequest(bucket, "k");
    beginning.addHeader("x-oss-forbid-overwrite", "true");
    String upload = begun(bucket, "k");
    part(bucket, "k", upload, 1, new byte[] {1});
    CompleteMultipartUploadRequest ending = all(bucket, "k", upload);
    ending.addHeader("x-oss-forbid-overwrite", "true");

    assertThat(codeOf(() -> oss().initiateMultipartUpload(beginning)))
        .isEqualTo("FileAlreadyExists");
    assertThat(codeOf(() -> oss().completeMultipartUpload(ending))).isEqualTo("FileAlreadyExists");
  }

  @Test
  default void doesNotCopyWhatCanBeAppendedTo() {
    String bucket = freshBucket();
    oss()
        .appendObject(
            new AppendObjectRequest(bucket, "log", new ByteArrayInputStream(new byte[5]))
                .withPosition(0L));
    String upload = begun(bucket, "k");

    assertThat(codeOf(() -> oss().copyObject(bucket, "log", bucket, "copy")))
        .isEqualTo("OperationNotSupported");
    assertThat(
            codeOf(
                () ->
                    oss()
                        .uploadPartCopy(
                            new UploadPartCopyRequest(
                                bucket, "log", bucket, "k", upload, 1, 0L, 5L))))
        .isEqualTo("OperationNotSupported");
    assertThat(List.of(oss().doesObjectExist(bucket, "copy"))).containsExactly(false);
  }
}
