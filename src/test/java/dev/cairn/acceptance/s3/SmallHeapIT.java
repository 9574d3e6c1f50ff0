package dev.cairn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The service under 64 MiB of heap carries objects of any size. */
class SmallHeapIT {
  private static final long SIZE = 1L << 30;
  private static final int PART = 32 << 20;
  private static final int IN_FLIGHT = 8;

  private static final Path FOLDER = PackagedCairn.newFolder();
  private static PackagedCairn cairn;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    cairn = PackagedCairn.in(FOLDER).jvm("-Xmx64m").start();
    s3 = AwsClients.pathStyle(cairn.running());
    s3.createBucket(b -> b.bucket("big"));
  }

  @AfterAll
  static void stop() {
    s3.close();
    cairn.close();
    PackagedCairn.deleteTree(FOLDER);
  }

  @Test
  void putsAndReadsAGibibyte() throws IOException {
    // Given
    SeededBytes bytes = new SeededBytes(1, 0, SIZE);

    // When
    long begin = System.nanoTime();
    s3.putObject(
        b -> b.bucket("big").key("whole"),
        RequestBody.fromContentProvider(() -> new SeededBytes(1, 0, SIZE), SIZE, "binary/x"));
    report("put", begin);

    // Then
    assertThat(md5OfStored("whole")).isEqualTo(md5(bytes));
  }

  @Test
  void assemblesAndReadsAGibibyteWithEightPartsInFlight() throws Exception {
    // Given
    String upload = s3.createMultipartUpload(b -> b.bucket("big").key("parts")).uploadId();

    // When
    long begin = System.nanoTime();
    List<CompletedPart> parts = sendParts(upload);
    s3.completeMultipartUpload(
        b -> b.bucket("big").key("parts").uploadId(upload).multipartUpload(m -> m.parts(parts)));
    report("multipart upload", begin);

    // Then
    assertThat(md5OfStored("parts")).isEqualTo(md5(new SeededBytes(1, 0, SIZE)));
  }

  private static List<CompletedPart> sendParts(String upload) throws Exception {
    Semaphore inFlight = new Semaphore(IN_FLIGHT);
    List<Future<CompletedPart>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 1; number <= SIZE / PART; number++) {
        int n = number;
        inFlight.acquire();
        sent.add(
            threads.submit(
                () -> {
                  try {
                    return sendPart(upload, n);
                  } finally {
                    inFlight.release();
                  }
                }));
      }
    }
    List<CompletedPart> parts = new ArrayList<>();
    for (Future<CompletedPart> part : sent) {
      parts.add(part.get());
    }
    return parts;
  }

  private static CompletedPart sendPart(String upload, int number) {
    long offset = (number - 1L) * PART;
    var sent =
        s3.uploadPart(
            b -> b.bucket("big").key("parts").uploadId(upload).partNumber(number),
            RequestBody.fromContentProvider(
                () -> new SeededBytes(1, offset, PART), PART, "binary/x"));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(sent.eTag())
        .checksumCRC32(sent.checksumCRC32())
        .build();
  }

  private static String md5OfStored(String key) throws IOException {
    long begin = System.nanoTime();
    try (InputStream in = s3.getObject(b -> b.bucket("big").key(key))) {
      String md5 = md5(in);
      report("get", begin);
      return md5;
    }
  }

  private static String md5(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] buffer = new byte[1 << 17];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void report(String what, long begin) {
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    System.out.println("-Xmx64m, 1 GiB: " + what + " in " + taken);
  }
}
