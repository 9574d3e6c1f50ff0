package dev.cairn.dialect.oss;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.signature.WireText;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import java.util.Map;
import java.util.TreeMap;

/** The text that V1 signs in place of a request. */
final class OssV1StringToSign {
  private static final String OWN_PREFIX = "x-oss-";

  private OssV1StringToSign() {}

  /**
   * @param date of the request or, of a presigned URL, when it expires
   */
  static String of(RequestHead head, String date) {
    Headers headers = head.raw().headers();
    StringBuilder text = new StringBuilder(256);
    text.append(head.raw().method()).append('\n');
    text.append(headers.first("content-md5").orElse("")).append('\n');
    text.append(headers.first("content-type").orElse("")).append('\n');
    text.append(date).append('\n');
    for (String name : headers.names()) {
      if (name.startsWith(OWN_PREFIX)) {
        text.append(name).append(':').append(value(headers, name)).append('\n');
      }
    }
    return text.append(WireText.ofDecoded(OssResource.of(head.address())))
        .append(parameters(head.query()))
        .toString();
  }

  private static String value(Headers headers, String name) {
    return String.join(",", headers.all(name).stream().map(String::strip).toList());
  }

  /** Decoded, and of a repeated one the first: that is the one that takes effect. */
  private static String parameters(Query query) {
    Map<String, String> signed = new TreeMap<>();
    for (Query.Parameter parameter : query.parameters()) {
      if (OssSubResources.signed(parameter.name())) {
        signed.putIfAbsent(parameter.name(), parameter.value());
      }
    }
    StringBuilder text = new StringBuilder();
    signed.forEach(
        (name, value) -> {
          text.append(text.isEmpty() ? '?' : '&').append(WireText.ofDecoded(name));
          if (!value.isEmpty()) {
            text.append('=').append(WireText.ofDecoded(value));
          }
        });
    return text.toString();
  }
}
