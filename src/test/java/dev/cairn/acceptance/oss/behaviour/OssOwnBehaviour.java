package dev.cairn.acceptance.oss.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.model.CopyObjectRequest;
import com.aliyun.oss.model.DeleteObjectsRequest;
import com.aliyun.oss.model.GetObjectRequest;
import com.aliyun.oss.model.ListObjectsV2Request;
import com.aliyun.oss.model.OSSObject;
import com.aliyun.oss.model.UploadFileRequest;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only OSS has, through its SDK. */
interface OssOwnBehaviour extends UsesOss {
  @Test
  default void uploadsAFileInPartsAtOnce(@TempDir Path folder) throws Throwable {
    // Given
    String bucket = freshBucket();
    byte[] bytes = UsesStore.bytes(1_000_000, 7);
    Path file = Files.write(folder.resolve("file"), bytes);
    UploadFileRequest request = new UploadFileRequest(bucket, "k", file.toString(), 200 << 10, 3);

    // When
    var result = oss().uploadFile(request).getMultipartUploadResult();

    // Then: the SDK has compared the CRC of the whole with those of its parts.
    assertThat(result.getETag()).matches("[0-9A-F]{32}-5");
    assertThat(result.getServerCRC()).isNotNull();
    assertThat(read(bucket, "k")).isEqualTo(bytes);
    assertThat(oss().getObjectMetadata(bucket, "k").getServerCRC())
        .isEqualTo(result.getServerCRC());
  }

  @Test
  default void readsPresignedUrls() throws IOException {
    String bucket = freshBucket();
    oss().putObject(bucket, "a b+", new ByteArrayInputStream(new byte[] {1, 2, 3}));

    URL url = oss().generatePresignedUrl(bucket, "a b+", Date.from(Instant.now().plusSeconds(60)));

    try (var in = url.openStream()) {
      assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
    }
  }

  @Test
  default void rangesThatDoNotFitAreNone() throws IOException {
    String bucket = freshBucket();
    oss().putObject(bucket, "k", new ByteArrayInputStream(new byte[10]));

    assertThat(range(bucket, 5, 9, "")).hasSize(5);
    assertThat(range(bucket, 5, 10, "")).hasSize(10);
    assertThat(range(bucket, 10, 12, "")).hasSize(10);
    assertThat(range(bucket, 5, 10, "standard")).hasSize(5);
    assertThat(codeOf(() -> range(bucket, 10, 12, "standard"))).isEqualTo("InvalidRange");
  }

  private byte[] range(String bucket, long first, long last, String behaviour) throws IOException {
    GetObjectRequest request = new GetObjectRequest(bucket, "k");
    request.setRange(first, last);
    if (!behaviour.isEmpty()) {
      request.addHeader("x-oss-range-behavior", behaviour);
    }
    try (OSSObject object = oss().getObject(request)) {
      return object.getObjectContent().readAllBytes();
    }
  }

  @Test
  default void aCopyOfWhatIsUnchangedIsNotMade() {
    String bucket = freshBucket();
    String eTag = oss().putObject(bucket, "k", new ByteArrayInputStream(new byte[3])).getETag();
    CopyObjectRequest request = new CopyObjectRequest(bucket, "k", bucket, "copy");
    request.setNonmatchingETagConstraints(List.of(eTag));

    assertThat(codeOf(() -> oss().copyObject(request))).isEqualTo("NotModified");
    assertThat(oss().doesObjectExist(bucket, "copy")).isFalse();
    assertThat(oss().doesObjectExist(bucket, "k")).isTrue();
  }

  @Test
  default void quietDeletionsSayNothing() {
    String bucket = freshBucket();
    oss().putObject(bucket, "a", new ByteArrayInputStream(new byte[1]));

    var result =
        oss()
            .deleteObjects(new DeleteObjectsRequest(bucket).withKeys(List.of("a")).withQuiet(true));

    assertThat(result.getDeletedObjects()).isEmpty();
    assertThat(oss().doesObjectExist(bucket, "a")).isFalse();
  }

  @Test
  default void listsByTokens() {
    String bucket = freshBucket();
    for (String key : List.of("a", "b +%", "c/1", "c/2", "d")) {
      oss().putObject(bucket, key, new ByteArrayInputStream(new byte[1]));
    }

    var first =
        oss().listObjectsV2(new ListObjectsV2Request(bucket).withMaxKeys(2).withDelimiter("/"));
    var second =
        oss()
            .listObjectsV2(
                new ListObjectsV2Request(bucket)
                    .withMaxKeys(2)
                    .withDelimiter("/")
                    .withContinuationToken(first.getNextContinuationToken()));

    assertThat(first.getObjectSummaries()).extracting(o -> o.getKey()).containsExactly("a", "b +%");
    assertThat(second.getObjectSummaries()).extracting(o -> o.getKey()).containsExactly("d");
    assertThat(second.getCommonPrefixes()).containsExactly("c/");
    assertThat(second.isTruncated()).isFalse();
  }

  @Test
  default void tellsOfBuckets() {
    String bucket = freshBucket();

    assertThat(oss().getBucketInfo(bucket).getBucket().getName()).isEqualTo(bucket);
    assertThat(oss().getBucketLocation(bucket)).startsWith("oss-");
    assertThat(oss().getBucketAcl(bucket).getCannedACL().toString()).isEqualTo("private");
    assertThat(oss().createBucket(bucket).getName()).isEqualTo(bucket);
  }

  @Test
  default void errorsOfHeadsAreInAHeader() {
    WireAnswer answer = tell(request("HEAD", "/" + freshBucket() + "/nothing"));

    assertThat(answer.status()).isEqualTo(404);
    byte[] document = Base64.getDecoder().decode(answer.header("x-oss-err").orElseThrow());
    assertThat(new String(document, java.nio.charset.StandardCharsets.UTF_8))
        .contains("<Code>NoSuchKey</Code>")
        .contains(answer.header("x-oss-request-id").orElseThrow());
  }

  private byte[] read(String bucket, String key) throws IOException {
    try (OSSObject object = oss().getObject(bucket, key)) {
      return object.getObjectContent().readAllBytes();
    }
  }
}
