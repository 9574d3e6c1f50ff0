package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.wire.UsesWire;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The SDK's synchronous client with its defaults. */
interface UsesS3 extends UsesWire {
  int PART = 5 << 20;

  default S3Client s3() {
    return Clients.of(cairn());
  }

  default String freshBucket() {
    String bucket = "s3-" + UUID.randomUUID();
    s3().createBucket(b -> b.bucket(bucket));
    return bucket;
  }

  default String put(String bucket, String key, byte[] bytes) {
    return s3().putObject(b -> b.bucket(bucket).key(key), RequestBody.fromBytes(bytes)).eTag();
  }

  default byte[] read(String bucket, String key) {
    return s3().getObjectAsBytes(b -> b.bucket(bucket).key(key)).asByteArray();
  }

  default String initiate(String bucket, String key) {
    return s3().createMultipartUpload(b -> b.bucket(bucket).key(key)).uploadId();
  }

  default CompletedPart part(String bucket, String key, String upload, int number, byte[] bytes) {
    var sent =
        s3().uploadPart(
                b -> b.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                RequestBody.fromBytes(bytes));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(sent.eTag())
        .checksumCRC32(sent.checksumCRC32())
        .build();
  }

  default void complete(String bucket, String key, String upload, CompletedPart... parts) {
    s3().completeMultipartUpload(
            b -> b.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));
  }

  static void assertRefused(ThrowingCallable call, int status) {
    S3Exception failure = catchThrowableOfType(S3Exception.class, call);
    assertThat(failure).isNotNull();
    assertThat(failure.statusCode()).as("%s", failure.getMessage()).isEqualTo(status);
  }

  static void assertRefused(ThrowingCallable call, int status, String code) {
    S3Exception failure = catchThrowableOfType(S3Exception.class, call);
    assertThat(failure).isNotNull();
    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(failure.statusCode()).isEqualTo(status);
    assertThat(failure.requestId()).isNotBlank();
  }

  /** One client for each Cairn: making one takes longer than most tests. */
  final class Clients {
    private static final Map<Integer, S3Client> BY_PORT = new ConcurrentHashMap<>();

    private Clients() {}

    static S3Client of(RunningCairn cairn) {
      return BY_PORT.computeIfAbsent(cairn.port(), port -> AwsClients.pathStyle(cairn));
    }
  }
}
