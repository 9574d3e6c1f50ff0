package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCipherTest {
  private static final SecretCipher CIPHER = new SecretCipher(key(1));

  private static SecretsKey key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return new SecretsKey(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "\u00e4\ud83d\ude00"})
  void givesBackWhatItTook(String secret) {
    assertThat(CIPHER.decrypt("AKID", CIPHER.encrypt("AKID", secret))).isEqualTo(secret);
  }

  @Test
  void hidesTheSecretAndItsEquals() {
    byte[] first = CIPHER.encrypt("AKID", "a secret of some length");
    byte[] second = CIPHER.encrypt("AKID", "a secret of some length");

    assertThat(first).isNotEqualTo(second);
    assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }

  @Test
  void refusesAnotherKeyAnotherIdAndChangedBytes() {
    byte[] stored = CIPHER.encrypt("AKID", "secret");
    byte[] changed = stored.clone();
    changed[stored.length - 1] ^= 1;

    assertThatThrownBy(() -> new SecretCipher(key(2)).decrypt("AKID", stored))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CIPHER.decrypt("AKIE", stored))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CIPHER.decrypt("AKID", changed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("secret of some");
  }

  @Test
  void refusesWhatItDidNotMake() {
    assertThatThrownBy(() -> CIPHER.decrypt("AKID", new byte[0]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CIPHER.decrypt("AKID", new byte[40]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void takesOnlyKeysOf256Bits() {
    assertThatThrownBy(() -> new SecretsKey(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(key(7).toString()).isEqualTo("SecretsKey");
  }
}
