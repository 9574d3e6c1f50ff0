package dev.cairn.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsFileTest {

  private static final String SECRET = "a-secret-nobody-sees";

  @Test
  void readsAccountsWithTheirKeys() {
    AccountsFile file =
        AccountsFile.parse(
            """
            {"accounts": [
              {"id": "ann", "displayName": "Ann", "email": "ann@example.org",
               "keys": [{"accessKeyId": "AKANN1", "secretAccessKey": "secret-of-ann"}]},
              {"id": "ben"}
            ]}
            """);

    Account ann = new Account(new AccountId("ann"), "Ann", "ann@example.org");
    Account ben = new Account(new AccountId("ben"), "", "");
    assertThat(file.entries()).extracting(AccountsFile.Entry::account).containsExactly(ann, ben);
    assertThat(file.entries().getFirst().keys())
        .containsExactly(new AccessKey("AKANN1", "secret-of-ann", ann));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                                | the file: is no JSON object",
        "{\"acounts\":[]}                                  | the file: has an unknown field acounts",
        "{\"accounts\":{}}                                 | the file: accounts is no list",
        "{\"accounts\":[{}]}                               | account 1: id is missing",
        "{\"accounts\":[{\"id\":7}]}                       | account 1: id is missing",
        "{\"accounts\":[{\"id\":\"a b\"}]}                 | account 1: id must be",
        "{\"accounts\":[{\"id\":\"root\"}]}                | account 1: root is not",
        "{\"accounts\":[{\"id\":\"a\",\"mail\":\"x\"}]}    | account 1: has an unknown field mail",
        "{\"accounts\":[{\"id\":\"a\",\"keys\":[{}]}]}     | key 1: accessKeyId is missing",
        "{\"accounts\":[{\"id\":\"a\",\"id\":\"b\"}]}      | no JSON at line 1",
        "{\"accounts\":[                                   | no JSON at line 1",
      })
  void saysWhereTheFileIsWrong(String json, String reason) {
    assertThatThrownBy(() -> AccountsFile.parse(json))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("CAIRN_ACCOUNTS_FILE: ")
        .hasMessageContaining(reason);
  }

  @Test
  void quotesNoSecret() {
    String brokenAfterSecret =
        "{\"accounts\":[{\"id\":\"a\",\"keys\":[{\"accessKeyId\":\"AKA\",\"secretAccessKey\":\""
            + SECRET
            + " with a space\"}]}]}";

    assertThatThrownBy(() -> AccountsFile.parse(brokenAfterSecret))
        .hasMessageContaining("secretAccessKey must be")
        .hasMessageNotContaining(SECRET);
  }
}
