package dev.cairn.core.access;

import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Failure;
import java.util.regex.Pattern;

/**
 * What accounts and access keys may look like, wherever they come from. An access key id must
 * survive the signatures of every dialect, which part it from its neighbours by a colon or a slash.
 */
public final class AccessKeyRules {

  private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,127}");
  private static final Pattern SECRET = Pattern.compile("[!-~]{8,256}");
  private static final int LONGEST_NAME = 256;

  private AccessKeyRules() {}

  /**
   * An account.
   *
   * @throws dev.cairn.model.FailureException InvalidArgument
   */
  public static Account account(String id, String displayName, String email) {
    return new Account(accountId(id), name("displayName", displayName), name("email", email));
  }

  /**
   * The id of an account.
   *
   * @throws dev.cairn.model.FailureException InvalidArgument
   */
  public static AccountId accountId(String id) {
    if (!ACCOUNT_ID.matcher(id).matches()) {
      throw refused("id", id, "1 to 64 letters, digits, dots, hyphens and underscores");
    }
    return new AccountId(id);
  }

  /**
   * An access key; a refused secret is not quoted.
   *
   * @throws dev.cairn.model.FailureException InvalidArgument
   */
  public static AccessKey key(String id, String secret, Account account) {
    if (!KEY_ID.matcher(id).matches()) {
      throw refused("accessKeyId", id, "3 to 128 letters, digits, dots, hyphens and underscores");
    }
    if (!SECRET.matcher(secret).matches()) {
      throw refused("secretAccessKey", "", "8 to 256 printable ASCII characters, no space");
    }
    return new AccessKey(id, secret, account);
  }

  private static String name(String field, String text) {
    if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
      throw refused(field, "", "up to " + LONGEST_NAME + " characters, none of control");
    }
    return text;
  }

  private static RuntimeException refused(String name, String value, String reason) {
    return new Failure.InvalidArgument(name, value, reason).exception();
  }
}
