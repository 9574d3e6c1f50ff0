package dev.cairn.dialect.s2;

import dev.cairn.dialect.CommonHeaders;
import dev.cairn.dialect.RequestId;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Caller;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import java.time.InstantSource;
import java.util.Optional;

/** What every answer of S2 has: the date, an id, and who asked. */
final class S2CommonHeaders implements CommonHeaders {
  /** So it is spelt. Also of a caller who could not prove to be anybody. */
  private static final String ANONYMOUS = "GRPS000000ANONYMOUSE";

  private static final String SERVER = "openresty/1.13.6.2";

  private final InstantSource clock;

  S2CommonHeaders(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Headers of(RequestId id, Optional<Caller> caller) {
    String requester =
        caller
            .flatMap(Caller::findAccount)
            .map(Account::id)
            .map(AccountId::value)
            .orElse(ANONYMOUS);
    return Headers.builder()
        .add("Server", SERVER)
        .add("Date", HttpDates.format(clock.instant()))
        .add("Connection", "keep-alive")
        .add("x-amz-request-id", S2RequestIds.requestId(id))
        .add("x-amz-s2-requester", requester)
        .build();
  }
}
