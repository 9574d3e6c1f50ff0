package dev.cairn.acceptance.s2.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.s2.S2Clients;
import dev.cairn.acceptance.wire.Printed;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.S3Client;

/** S2 by hand, and by the AWS SDK with its defaults. */
interface UsesS2 extends UsesWire {
  String BUCKET = "your-bucket";
  String HOST = BUCKET + ".ss.bscstorage.com";
  String REQUEST_ID = "[0-9a-f]{8}-\\d{4}-\\d{4}-\\d{4}-[0-9a-f]{12}";

  /** The vendor's pages. */
  Printed PAGES =
      new Printed(
          Map.of("date", Printed.DATE, "x-amz-request-id", REQUEST_ID),
          Set.of("server", "content-length", "content-type"));

  /** A request to S2's own host, path style, unsigned. */
  default WireRequest atS2(String method, String target) {
    return WireRequest.of(method, target).with("Host", "s2.localhost:" + cairn().port());
  }

  default S3Client s2() {
    return Clients.of(cairn());
  }

  default String freshBucket() {
    String bucket = "own-" + UUID.randomUUID();
    s2().createBucket(b -> b.bucket(bucket));
    return bucket;
  }

  /** The bucket that the pages use. */
  default void makeBucket(String bucket) {
    int status = send(v4().sign(atS2("PUT", "/" + bucket))).status();
    assertThat(status).isIn(200, 409);
  }

  /** Signed with V2, the bucket in the host: as the pages have it. */
  default WireRequest signed(WireRequest request) {
    WireRequest bySigner = v2().sign(request.target("/" + BUCKET + request.target()));
    WireRequest dated = request.changing("Date", printed -> bySigner.find("Date").orElseThrow());
    return dated.with("Authorization", bySigner.find("Authorization").orElseThrow());
  }

  /** The name of who signs here. */
  default String userName() {
    return send(v4().sign(atS2("GET", "/"))).header("x-amz-s2-requester").orElseThrow();
  }

  /** Begins an upload of a key in the pages' bucket. */
  default String initiate(String key) {
    WireRequest request =
        WireRequest.of("POST", "/" + key + "?uploads").with("Host", HOST).with("Date", "");
    WireAnswer answer = send(signed(request));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.document().getElementsByTagName("UploadId").item(0).getTextContent();
  }

  /** Sees that an answer is a refusal in S2's form. */
  static Map<String, String> assertRefused(WireAnswer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    Map<String, String> error = answer.error();
    assertThat(error).containsOnlyKeys("Code", "Message", "Resource", "RequestId");
    assertThat(error).containsEntry("Code", code);
    assertThat(answer.header("x-error-code")).contains(code);
    assertThat(answer.header("Content-Type")).contains("application/xml");
    assertThat(answer.header("x-amz-request-id").orElse("")).matches(REQUEST_ID);
    assertThat(error).containsEntry("RequestId", answer.header("x-amz-request-id").orElseThrow());
    assertThat(answer.header("x-amz-s2-requester")).isPresent();
    assertThat(answer.header("x-amz-id-2")).isEmpty();
    return error;
  }

  /** One client for each Cairn: making one takes longer than most tests. */
  final class Clients {
    private static final Map<Integer, S3Client> BY_PORT = new ConcurrentHashMap<>();

    private Clients() {}

    static S3Client of(RunningCairn cairn) {
      return BY_PORT.computeIfAbsent(cairn.port(), port -> S2Clients.pathStyle(cairn));
    }
  }
}
