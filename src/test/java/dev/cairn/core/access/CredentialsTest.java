package dev.cairn.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.access.Credentials.Credential;
import dev.cairn.dialect.family.signature.OneAccount;
import dev.cairn.dialect.family.signature.TemporaryKeys;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final Instant END = Instant.parse("2026-01-01T01:00:00Z");
  private static final Session SESSION =
      new Session(OneAccount.ACCESS_KEY_ID, new Session.Identity.Federated("bob"), List.of(), END);
  private static final AccessKey KEY =
      new AccessKey("TEMPORARY", "its secret", new Account(new AccountId("one"), "", ""));
  private static final OneAccount ACCOUNT = new OneAccount();

  private static Credentials at(Instant now) {
    return new Credentials(
        ACCOUNT,
        new TemporaryKeys(List.of(TemporaryKey.with(KEY, "token", SESSION))),
        InstantSource.fixed(now));
  }

  private static Credential find(Instant now, String id, String token) {
    return at(now).find(id, Optional.ofNullable(token)).await().indefinitely();
  }

  private static Failure failure(Instant now, String id, String token) {
    return catchThrowableOfType(FailureException.class, () -> find(now, id, token)).failure();
  }

  @Test
  void findsALongLivedKey() {
    Credential found = find(END, OneAccount.ACCESS_KEY_ID, null);

    assertThat(found.key().secret()).isEqualTo(OneAccount.SECRET);
    assertThat(found.caller().session()).isEmpty();
  }

  @Test
  void findsATemporaryKeyByItsToken() {
    Credential found = find(END.minusMillis(1), "TEMPORARY", "token");

    assertThat(found.key()).isEqualTo(KEY);
    assertThat(found.caller())
        .isEqualTo(new Caller.Authenticated(KEY.account(), "TEMPORARY", Optional.of(SESSION)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Token", "token ", "token,token", "t"})
  void refusesAWrongToken(String token) {
    assertThat(failure(END.minusSeconds(1), "TEMPORARY", token))
        .isInstanceOf(Failure.InvalidToken.class);
  }

  @Test
  void refusesATokenFromItsEndOn() {
    assertThat(failure(END, "TEMPORARY", "token")).isEqualTo(new Failure.ExpiredToken(END, END));
    assertThat(failure(END.plusSeconds(9), "TEMPORARY", "wrong"))
        .isInstanceOf(Failure.InvalidToken.class);
  }

  @Test
  void aTemporaryKeyWithoutItsTokenIsNoKey() {
    assertThat(failure(END.minusSeconds(1), "TEMPORARY", null))
        .isEqualTo(new Failure.UnknownAccessKey("TEMPORARY"));
  }

  @Test
  void aLongLivedKeyHasNoToken() {
    assertThat(failure(END, OneAccount.ACCESS_KEY_ID, "token"))
        .isEqualTo(new Failure.UnexpectedToken(OneAccount.ACCESS_KEY_ID));
  }

  @Test
  void anUnknownKeyIsUnknownWithAnyToken() {
    assertThat(failure(END, "AKIAUNKNOWN", "token"))
        .isEqualTo(new Failure.UnknownAccessKey("AKIAUNKNOWN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "\u0000", "ü"})
  void asksNobodyForWhatIsNoId(String id) {
    OneAccount account = new OneAccount();
    Credentials credentials = new Credentials(account, TemporaryKeys.NONE, InstantSource.system());

    Failure failure =
        catchThrowableOfType(
                FailureException.class,
                () -> credentials.find(id, Optional.empty()).await().indefinitely())
            .failure();

    assertThat(failure).isEqualTo(new Failure.UnknownAccessKey(id));
    assertThat(account.lookUps()).isZero();
  }
}
