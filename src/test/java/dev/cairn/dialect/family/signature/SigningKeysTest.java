package dev.cairn.dialect.family.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.protocol.Hashes;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private static final Account ACCOUNT = new Account(new AccountId("a"), "", "");
  private static final CredentialScope SCOPE =
      new CredentialScope("20120215", "us-east-1", "iam", "aws4_request");

  private final SigningKeys keys = new SigningKeys(V4Scheme.AWS_S3);

  @Test
  void derivesTheKeyOfTheExample() {
    AccessKey key = new AccessKey("id", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", ACCOUNT);

    byte[] derived = keys.of(key, SCOPE);

    assertThat(Hashes.hex(derived))
        .isEqualTo("f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d");
  }

  @Test
  void derivesAKeyOnce() {
    AccessKey key = new AccessKey("id", "secret", ACCOUNT);

    byte[] first = keys.of(key, SCOPE);
    byte[] second = keys.of(key, SCOPE);

    assertThat(second).isSameAs(first);
  }

  @Test
  void neverTakesTheKeyOfAReplacedSecret() {
    byte[] before = keys.of(new AccessKey("id", "old", ACCOUNT), SCOPE);

    byte[] after = keys.of(new AccessKey("id", "new", ACCOUNT), SCOPE);

    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void remembersNoMoreThanItMay() {
    AccessKey key = new AccessKey("id", "secret", ACCOUNT);
    byte[] first = keys.of(key, SCOPE);

    for (int i = 0; i < 5000; i++) {
      keys.of(key, new CredentialScope("20120215", "region-" + i, "s3", "aws4_request"));
    }

    assertThat(keys.of(key, SCOPE)).isNotSameAs(first).isEqualTo(first);
  }
}
