package dev.cairn.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets at rest: a format byte, a random nonce, AES-256-GCM's text and tag. The access
 * key id is authenticated with it, so that a secret copied into another row is refused.
 */
final class SecretCipher {
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEADER_BYTES = 1 + NONCE_BYTES;

  private final SecretKeySpec key;
  private final SecureRandom random;

  SecretCipher(SecretsKey key) {
    this.key = new SecretKeySpec(key.bytes(), "AES");
    this.random = new SecureRandom();
  }

  byte[] encrypt(String accessKeyId, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, accessKeyId);
      byte[] plain = secret.getBytes(UTF_8);
      byte[] stored = new byte[HEADER_BYTES + cipher.getOutputSize(plain.length)];
      stored[0] = FORMAT;
      System.arraycopy(nonce, 0, stored, 1, NONCE_BYTES);
      cipher.doFinal(plain, 0, plain.length, stored, HEADER_BYTES);
      Arrays.fill(plain, (byte) 0);
      return stored;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the secret of an access key cannot be encrypted", e);
    }
  }

  /** Fails when the secret was encrypted with another key, for another id, or was changed. */
  String decrypt(String accessKeyId, byte[] stored) {
    if (stored.length <= HEADER_BYTES || stored[0] != FORMAT) {
      throw new IllegalStateException("the secret of " + accessKeyId + " is in no known format");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, stored, 1, accessKeyId);
      return new String(cipher.doFinal(stored, HEADER_BYTES, stored.length - HEADER_BYTES), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the secret of " + accessKeyId + " was not encrypted with the key for secrets given now",
          e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, int offset, String accessKeyId)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE_BYTES), random);
    cipher.updateAAD(accessKeyId.getBytes(UTF_8));
    return cipher;
  }
}
