package dev.cairn.acceptance.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body in aws-chunked framing, signed or not, put together piece by piece. */
public final class ChunkedBody {
  private static final String CRLF = "\r\n";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final SignerV4 signer;
  private String previous;

  private ChunkedBody(SignerV4 signer, String seed) {
    this.signer = signer;
    this.previous = seed;
  }

  /** Chunks that are signed; the signed head begins the chain. */
  public static ChunkedBody signed(SignerV4 signer, WireRequest head) {
    String authorization = head.find("Authorization").orElseThrow();
    return new ChunkedBody(
        signer, authorization.substring(authorization.lastIndexOf("Signature=") + 10));
  }

  public static ChunkedBody unsigned() {
    return new ChunkedBody(null, "");
  }

  /** A chunk; an empty one ends the data. */
  public ChunkedBody chunk(byte[] data) {
    if (signer == null) {
      return header(Integer.toHexString(data.length)).data(data);
    }
    previous = signer.next("PAYLOAD", previous, data);
    return header(Integer.toHexString(data.length) + ";chunk-signature=" + previous).data(data);
  }

  private ChunkedBody data(byte[] data) {
    bytes.writeBytes(data);
    return data.length == 0 ? this : raw(CRLF);
  }

  private ChunkedBody header(String line) {
    return raw(line + CRLF);
  }

  /** A trailer line, and its signature where the chunks have one. */
  public ChunkedBody trailer(String name, String value) {
    raw(name + ":" + value + CRLF);
    if (signer != null) {
      byte[] text = (name + ":" + value + "\n").getBytes(StandardCharsets.UTF_8);
      previous = signer.next("TRAILER", previous, text);
      raw("x-amz-trailer-signature:" + previous + CRLF);
    }
    return this;
  }

  public ChunkedBody raw(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  public byte[] end() {
    return raw(CRLF).soFar();
  }

  public byte[] soFar() {
    return bytes.toByteArray();
  }
}
