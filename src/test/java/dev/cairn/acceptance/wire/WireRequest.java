package dev.cairn.acceptance.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A request exactly as it is sent: nothing is normalised, nothing is added. */
public record WireRequest(String method, String target, List<Field> fields, byte[] body) {
  /** A header line. */
  public record Field(String name, String value) {}

  public WireRequest {
    fields = List.copyOf(fields);
  }

  public static WireRequest of(String method, String target) {
    return new WireRequest(method, target, List.of(), new byte[0]);
  }

  public WireRequest with(String name, String value) {
    List<Field> more = new ArrayList<>(without(name).fields);
    more.add(new Field(name, value));
    return new WireRequest(method, target, more, body);
  }

  /** One more line of this name. */
  public WireRequest and(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new WireRequest(method, target, more, body);
  }

  public WireRequest without(String name) {
    List<Field> rest = fields.stream().filter(f -> !f.name.equalsIgnoreCase(name)).toList();
    return new WireRequest(method, target, rest, body);
  }

  /** Changes the value of a header that is there. */
  public WireRequest changing(String name, UnaryOperator<String> change) {
    return with(name, change.apply(find(name).orElseThrow()));
  }

  public WireRequest method(String other) {
    return new WireRequest(other, target, fields, body);
  }

  public WireRequest target(String other) {
    return new WireRequest(method, other, fields, body);
  }

  /** A body and its length. */
  public WireRequest body(byte[] bytes) {
    return bodyOnly(bytes).with("Content-Length", Integer.toString(bytes.length));
  }

  public WireRequest body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A body, and no word about its length. */
  public WireRequest bodyOnly(byte[] bytes) {
    return new WireRequest(method, target, fields, bytes);
  }

  public Optional<String> find(String name) {
    return fields.stream()
        .filter(f -> f.name.equalsIgnoreCase(name))
        .map(Field::value)
        .reduce((a, b) -> a + "," + b);
  }

  /** What is sent before the body. */
  public byte[] head() {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    fields.forEach(f -> head.append(f.name).append(": ").append(f.value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** All that is sent. */
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head());
    all.writeBytes(body);
    return all.toByteArray();
  }
}
