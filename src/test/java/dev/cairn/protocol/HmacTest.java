package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HmacTest {
  private static final byte[] KEY = "Jefe".getBytes(StandardCharsets.US_ASCII);
  private static final String MESSAGE = "what do ya want for nothing?";

  @Test
  void computesTheVectorsOfRfc2202And4231() {
    assertThat(Hashes.hex(Hmac.sha1(KEY, MESSAGE)))
        .isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    assertThat(Hashes.hex(Hmac.sha256(KEY, MESSAGE)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void takesAnEmptyKeyAndMessage() {
    assertThat(Hashes.hex(Hmac.sha256(new byte[0], "")))
        .isEqualTo("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
  }

  @Test
  void hashesUtf8() {
    assertThat(Hashes.sha256Hex(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Hashes.sha256Hex("\u00e9"))
        .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  }

  @Test
  void comparesWholeTexts() {
    assertThat(Hmac.constantTimeEquals("abc", "abc")).isTrue();
    assertThat(Hmac.constantTimeEquals("abc", "abd")).isFalse();
    assertThat(Hmac.constantTimeEquals("abc", "ab")).isFalse();
    assertThat(Hmac.constantTimeEquals("abc", "")).isFalse();
    assertThat(Hmac.constantTimeEquals("abc", "abc\u0000")).isFalse();
  }
}
