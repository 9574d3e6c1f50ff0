package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * A client that never tries again, so that what it was told is what happened. It speaks S2, where
 * parts have no smallest size and every object can be appended to.
 *
 * @param bucket which every request is about
 */
record WireStore(RunningCairn cairn, String bucket) {
  WireStore at(RunningCairn replica) {
    return new WireStore(replica, bucket);
  }

  /** Makes sure that the bucket is there. */
  void createBucket() throws IOException {
    assertThat(send("PUT", "/" + bucket, new byte[0]).status()).isIn(200, 409);
  }

  WireAnswer deleteBucket() throws IOException {
    return send("DELETE", "/" + bucket, new byte[0]);
  }

  WireAnswer put(String key, byte[] body, String... headers) throws IOException {
    return send("PUT", path(key), body, headers);
  }

  /** With what only S3 has. */
  WireAnswer putAtS3(String key, byte[] body, String... headers) throws IOException {
    return sendTo("127.0.0.1", "PUT", path(key), body, headers);
  }

  WireAnswer append(String key, long position, byte[] body) throws IOException {
    return put(key, body, "x-amz-meta-s2-append-position", Long.toString(position));
  }

  /** Begins to put, sends half of the body, and hangs up. */
  void breakOff(String key, byte[] body) throws IOException {
    WireRequest put = signed("s2.localhost", "PUT", path(key), body);
    try (WireConnection connection = new WireConnection(cairn.port())) {
      connection.sendHead(put);
      connection.send(Arrays.copyOf(body, body.length / 2));
      connection.reset();
    }
  }

  WireAnswer get(String key) throws IOException {
    return send("GET", path(key), new byte[0]);
  }

  WireAnswer delete(String key) throws IOException {
    return send("DELETE", path(key), new byte[0]);
  }

  WireAnswer deleteAll(List<String> keys) throws IOException {
    StringBuilder document = new StringBuilder("<Delete>");
    keys.forEach(key -> document.append("<Object><Key>").append(key).append("</Key></Object>"));
    byte[] body = document.append("</Delete>").toString().getBytes(StandardCharsets.UTF_8);
    return send("POST", "/" + bucket + "?delete", body, "Content-MD5", Md5.base64(body));
  }

  WireAnswer copy(String source, String key) throws IOException {
    return put(key, new byte[0], "x-amz-copy-source", path(source));
  }

  WireAnswer initiate(String key) throws IOException {
    return send("POST", path(key) + "?uploads", new byte[0]);
  }

  static String uploadId(WireAnswer initiated) {
    return text(initiated.document().getDocumentElement(), "UploadId");
  }

  WireAnswer part(String key, String upload, int number, byte[] body, String... headers)
      throws IOException {
    return send("PUT", partPath(key, upload, number), body, headers);
  }

  WireAnswer copyPart(String source, String key, String upload, int number) throws IOException {
    return part(key, upload, number, new byte[0], "x-amz-copy-source", path(source));
  }

  private String partPath(String key, String upload, int number) {
    return path(key) + "?partNumber=" + number + "&uploadId=" + upload;
  }

  WireAnswer listParts(String key, String upload) throws IOException {
    return send("GET", path(key) + "?uploadId=" + upload, new byte[0]);
  }

  /** Tags by number, without quotes. */
  static SortedMap<Integer, String> parts(WireAnswer listed) {
    var elements = listed.document().getElementsByTagName("Part");
    SortedMap<Integer, String> parts = new TreeMap<>();
    for (int i = 0; i < elements.getLength(); i++) {
      Element part = (Element) elements.item(i);
      parts.put(Integer.valueOf(text(part, "PartNumber")), text(part, "ETag").replace("\"", ""));
    }
    return parts;
  }

  WireAnswer complete(String key, String upload, SortedMap<Integer, String> parts)
      throws IOException {
    List<String> lines = new ArrayList<>();
    parts.forEach(
        (number, eTag) ->
            lines.add(
                "<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>".formatted(number, eTag)));
    String document =
        "<CompleteMultipartUpload>" + String.join("", lines) + "</CompleteMultipartUpload>";
    return send(
        "POST",
        path(key) + "?uploadId=" + upload,
        document.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/xml");
  }

  WireAnswer abort(String key, String upload) throws IOException {
    return send("DELETE", path(key) + "?uploadId=" + upload, new byte[0]);
  }

  private String path(String key) {
    return "/" + bucket + "/" + key;
  }

  private WireAnswer send(String method, String target, byte[] body, String... headers)
      throws IOException {
    return sendTo("s2.localhost", method, target, body, headers);
  }

  private WireAnswer sendTo(
      String host, String method, String target, byte[] body, String... headers)
      throws IOException {
    try (WireConnection connection = new WireConnection(cairn.port())) {
      return connection.exchange(signed(host, method, target, body, headers));
    }
  }

  private WireRequest signed(
      String host, String method, String target, byte[] body, String... headers) {
    WireRequest request =
        WireRequest.of(method, target)
            .with("Host", host + ":" + cairn.port())
            .with("x-amz-content-sha256", SignerV4.UNSIGNED);
    for (int i = 0; i < headers.length; i += 2) {
      request = request.with(headers[i], headers[i + 1]);
    }
    return new SignerV4(cairn.accessKeyId(), cairn.secretAccessKey()).sign(request.body(body));
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }
}
