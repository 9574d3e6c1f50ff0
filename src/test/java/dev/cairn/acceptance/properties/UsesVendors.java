package dev.cairn.acceptance.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSException;
import com.obs.services.ObsClient;
import com.obs.services.exception.ObsException;
import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.oss.OssClients;
import dev.cairn.acceptance.s2.S2Clients;
import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.wire.UsesWire;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The vendors' SDKs, each as itself: what they have of their own is not in the shared client. */
interface UsesVendors extends UsesWire {
  default S3Client s3() {
    return Clients.of(cairn(), "s3", AwsClients::pathStyle);
  }

  default S3Client s2() {
    return Clients.of(cairn(), "s2", S2Clients::pathStyle);
  }

  default OSS oss() {
    return Clients.of(cairn(), "oss", OssClients::hostStyle);
  }

  /** The native form. */
  default ObsClient obs() {
    return Clients.of(cairn(), "obs", c -> ObsClients.hostStyle(c, AuthTypeEnum.OBS));
  }

  /** The form that is compatible with S3. */
  default ObsClient obsS3() {
    return Clients.of(cairn(), "obs-s3", c -> ObsClients.hostStyle(c, AuthTypeEnum.V2));
  }

  default String freshBucket() {
    String bucket = "kept-" + UUID.randomUUID();
    s3().createBucket(b -> b.bucket(bucket));
    return bucket;
  }

  default void put(String bucket, String key) {
    s3().putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString("hello"));
  }

  static void assertS3(ThrowingCallable call, int status, String code) {
    S3Exception failure = catchThrowableOfType(S3Exception.class, call);
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(failure.statusCode()).isEqualTo(status);
  }

  static void assertOss(ThrowingCallable call, String code) {
    OSSException failure = catchThrowableOfType(OSSException.class, call);
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.getErrorCode()).isEqualTo(code);
  }

  static void assertObs(ThrowingCallable call, int status, String code) {
    ObsException failure = catchThrowableOfType(ObsException.class, call);
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.getErrorCode()).isEqualTo(code);
    assertThat(failure.getResponseCode()).isEqualTo(status);
  }

  /** One client for each Cairn and vendor; they live as long as the tests. */
  final class Clients {
    private static final Map<String, Object> ALL = new ConcurrentHashMap<>();

    private Clients() {}

    @SuppressWarnings("unchecked") // A name always means the same maker.
    static <T> T of(RunningCairn cairn, String name, Function<RunningCairn, T> maker) {
      return (T) ALL.computeIfAbsent(name + cairn.port(), key -> maker.apply(cairn));
    }
  }
}
