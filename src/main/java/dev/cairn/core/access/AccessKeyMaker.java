package dev.cairn.core.access;

import java.util.random.RandomGenerator;

/** Makes access keys that cannot be guessed, given a cryptographic generator. */
public final class AccessKeyMaker {

  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String MIXED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int ID_LENGTH = 20;
  private static final int SECRET_LENGTH = 40;
  private static final int TOKEN_LENGTH = 80;

  private final RandomGenerator random;

  public AccessKeyMaker(RandomGenerator random) {
    this.random = random;
  }

  /** Like {@code CAIRN6XPLQ2M…}: 75 random bits after a word that tells whose it is. */
  public String newId() {
    String brand = "CAIRN";
    return brand + text(UPPER, ID_LENGTH - brand.length());
  }

  /** 40 letters and digits: 238 random bits, and nothing to escape anywhere. */
  public String newSecret() {
    return text(MIXED, SECRET_LENGTH);
  }

  /** A session's token: 476 random bits, and nothing to escape anywhere. */
  public String newToken() {
    return text(MIXED, TOKEN_LENGTH);
  }

  /** An account's id: 32 hexadecimal digits. */
  public String newAccountId() {
    return text("0123456789abcdef", 32);
  }

  private String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
