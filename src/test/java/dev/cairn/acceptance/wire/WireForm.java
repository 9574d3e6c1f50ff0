package dev.cairn.acceptance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form as a browser sends it: the fields in their order, then the file.
 *
 * @param file empty: there is none
 */
public record WireForm(
    Map<String, String> fields, Optional<byte[]> file, String filename, Optional<String> type) {
  public static final String BOUNDARY = "----FormBoundary7MA4YWxk";

  public WireForm {
    fields = new LinkedHashMap<>(fields);
  }

  public static WireForm of(String content) {
    return new WireForm(Map.of(), Optional.of(content.getBytes(UTF_8)), "f.txt", Optional.empty());
  }

  public WireForm with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new WireForm(more, file, filename, type);
  }

  public WireForm with(Map<String, String> others) {
    WireForm all = this;
    for (Map.Entry<String, String> field : others.entrySet()) {
      all = all.with(field.getKey(), field.getValue());
    }
    return all;
  }

  public WireForm without(String name) {
    Map<String, String> rest = new LinkedHashMap<>(fields);
    rest.remove(name);
    return new WireForm(rest, file, filename, type);
  }

  public WireForm withoutFile() {
    return new WireForm(fields, Optional.empty(), filename, type);
  }

  public WireForm file(byte[] content) {
    return new WireForm(fields, Optional.of(content), filename, type);
  }

  public WireForm named(String other) {
    return new WireForm(fields, file, other, type);
  }

  public WireForm typed(String other) {
    return new WireForm(fields, file, filename, Optional.of(other));
  }

  /** All parts, and no last line. */
  public byte[] parts() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            all.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, name, value))
                    .getBytes(UTF_8)));
    file.ifPresent(
        content -> {
          String disposition =
              "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                  .formatted(BOUNDARY, filename);
          all.writeBytes(disposition.getBytes(UTF_8));
          type.ifPresent(t -> all.writeBytes(("Content-Type: " + t + "\r\n").getBytes(ISO_8859_1)));
          all.writeBytes("\r\n".getBytes(ISO_8859_1));
          all.writeBytes(content);
          all.writeBytes("\r\n".getBytes(ISO_8859_1));
        });
    return all.toByteArray();
  }

  public byte[] bytes() {
    return and("--" + BOUNDARY + "--\r\n");
  }

  /** The parts, and this behind them. */
  public byte[] and(String end) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(parts());
    all.writeBytes(end.getBytes(UTF_8));
    return all.toByteArray();
  }

  /** The request that posts it. */
  public WireRequest to(String host, String target) {
    return WireRequest.of("POST", target)
        .with("Host", host)
        .with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .body(bytes());
  }
}
