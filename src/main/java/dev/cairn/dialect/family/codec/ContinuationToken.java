package dev.cairn.dialect.family.codec;

import dev.cairn.model.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A position in a listing, opaque to clients: base64url of a version byte and the text after which
 * the next page begins.
 */
public final class ContinuationToken {
  private static final byte VERSION = 1;

  private ContinuationToken() {}

  public static String write(String position) {
    byte[] text = position.getBytes(StandardCharsets.UTF_8);
    byte[] token = ByteBuffer.allocate(1 + text.length).put(VERSION).put(text).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * @throws dev.cairn.model.FailureException InvalidArgument for what is no token of ours
   */
  public static String read(String parameter, String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length < 2 || bytes[0] != VERSION) {
        throw refused(parameter, token);
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 1, bytes.length - 1))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw refused(parameter, token);
    }
  }

  private static RuntimeException refused(String parameter, String token) {
    return new Failure.InvalidArgument(
            parameter, token, "The continuation token provided is incorrect")
        .exception();
  }
}
