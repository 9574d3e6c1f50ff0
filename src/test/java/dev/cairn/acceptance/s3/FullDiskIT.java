package dev.cairn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.boot.postgres.SharedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A disk that is full: a small file system of the process's own, the database elsewhere. */
class FullDiskIT {
  private static final int ROOM = 16 << 20;
  private final Path folder = PackagedCairn.newFolder();

  @AfterEach
  void removeFolder() {
    PackagedCairn.deleteTree(folder);
  }

  @Test
  void refusesWhatDoesNotFitAndWorksAgainWhenThereIsRoom() {
    // Given: unshare gives the process a mount that nobody else sees.
    PackagedCairn.Start start =
        PackagedCairn.in(folder)
            .database(SharedPostgres.get().url())
            .behind(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + ROOM + " none \"$CAIRN_DATA_DIR\" && exec \"$@\"",
                "cairn");
    try (PackagedCairn cairn = start.start();
        S3Client s3 = AwsClients.pathStyle(cairn.running())) {
      s3.createBucket(b -> b.bucket("full"));
      byte[] fits = UsesStore.bytes(10 << 20, 1);
      s3.putObject(b -> b.bucket("full").key("fits"), RequestBody.fromBytes(fits));
      Stored before = rows(cairn.running());

      // When
      S3Exception object = refused(() -> put(s3, "does-not", 9 << 20));
      String upload = s3.createMultipartUpload(b -> b.bucket("full").key("parts")).uploadId();
      S3Exception part = refused(() -> part(s3, upload, 9 << 20));
      s3.abortMultipartUpload(b -> b.bucket("full").key("parts").uploadId(upload));

      // Then
      assertThat(object.statusCode()).isEqualTo(507);
      assertThat(object.awsErrorDetails().errorCode()).isEqualTo("InsufficientStorage");
      assertThat(part.awsErrorDetails().errorCode()).isEqualTo("InsufficientStorage");
      assertThat(rows(cairn.running())).isEqualTo(before);
      assertThat(s3.getObjectAsBytes(b -> b.bucket("full").key("fits")).asByteArray())
          .isEqualTo(fits);

      // When there is room: at once, for what was refused left nothing behind.
      put(s3, "small", 5 << 20);
      s3.deleteObject(b -> b.bucket("full").key("fits"));

      // Then: what was deleted is removed after the garbage delay.
      org.awaitility.Awaitility.await()
          .atMost(java.time.Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> put(s3, "fits-now", 9 << 20));
    }
  }

  private static boolean put(S3Client s3, String key, int size) {
    s3.putObject(b -> b.bucket("full").key(key), RequestBody.fromBytes(new byte[size]));
    return true;
  }

  private static CompletedPart part(S3Client s3, String upload, int size) {
    s3.uploadPart(
        b -> b.bucket("full").key("parts").uploadId(upload).partNumber(1),
        RequestBody.fromBytes(new byte[size]));
    return CompletedPart.builder().build();
  }

  private static S3Exception refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    S3Exception refusal = catchThrowableOfType(S3Exception.class, call);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static Stored rows(RunningCairn cairn) {
    return Stored.in(cairn); // The files are behind the mount; the next upload shows their room.
  }
}
