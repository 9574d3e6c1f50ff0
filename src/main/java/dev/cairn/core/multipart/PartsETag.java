package dev.cairn.core.multipart;

import dev.cairn.core.body.Digest;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Part;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** How the ETag of an assembled object comes from its parts: an MD5 over theirs, in one form. */
public enum PartsETag {
  /** Over the 16 bytes of each. */
  BINARY {
    @Override
    byte[] form(byte[] md5) {
      return md5;
    }
  },
  /** Over the 32 hex digits of each, in upper case. */
  HEX_TEXT {
    @Override
    byte[] form(byte[] md5) {
      return HexFormat.of().withUpperCase().formatHex(md5).getBytes(StandardCharsets.US_ASCII);
    }
  };

  abstract byte[] form(byte[] md5);

  /** The ETag of an object that is made of these parts, in this order. */
  public ETag of(List<Part> parts) {
    Digest digest = Digest.of(DigestAlgorithm.MD5);
    parts.forEach(part -> digest.update(ByteBuffer.wrap(form(part.md5()))));
    return ETag.ofParts(digest.value(), parts.size());
  }
}
