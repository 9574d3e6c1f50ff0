package dev.cairn.acceptance.oss.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSException;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.oss.OssClients;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** OSS's SDK with its defaults, and requests by hand in its words. */
interface UsesOss extends UsesWire {
  default OSS oss() {
    return Clients.of(cairn());
  }

  default String freshBucket() {
    String bucket = "oss-" + UUID.randomUUID();
    oss().createBucket(bucket);
    return bucket;
  }

  /** Signs with OSS's V1. */
  default WireRequest signed(WireRequest request) {
    return new OssSigner(cairn().accessKeyId(), cairn().secretAccessKey()).sign(request);
  }

  default WireAnswer tell(WireRequest request) {
    return send(signed(request));
  }

  /** Sees a request refused in OSS's form. */
  default Map<String, String> refusesOss(WireRequest request, int status, String code) {
    return refusalOfOss(tell(request), status, code);
  }

  static Map<String, String> refusalOfOss(WireAnswer answer, int status, String code) {
    assertThat(answer.status()).as("status of %s", answer).isEqualTo(status);
    Map<String, String> error = answer.error();
    assertThat(error).containsEntry("Code", code).containsKeys("Message", "HostId");
    assertThat(error).containsEntry("RequestId", answer.headers().get("x-oss-request-id"));
    assertThat(error.get("RequestId")).matches("[0-9A-F]{24}");
    assertThat(answer.header("x-oss-server-time").orElse("")).matches("[0-9]+");
    return error;
  }

  default String codeOf(ThrowingCallable call) {
    OSSException failure = catchThrowableOfType(OSSException.class, call);
    assertThat(failure).as("a failure").isNotNull();
    return failure.getErrorCode();
  }

  /** One client for each Cairn; they live as long as the tests. */
  final class Clients {
    private static final Map<RunningCairn, OSS> ALL = new ConcurrentHashMap<>();

    private Clients() {}

    static OSS of(RunningCairn cairn) {
      return ALL.computeIfAbsent(cairn, OssClients::hostStyle);
    }
  }
}
