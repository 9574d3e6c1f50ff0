package dev.cairn.dialect.sts;

import dev.cairn.dialect.CommonHeaders;
import dev.cairn.dialect.RequestId;
import dev.cairn.model.Caller;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import java.time.InstantSource;
import java.util.Optional;

/** What every answer of STS has: an id and the date. */
final class StsCommonHeaders implements CommonHeaders {
  private final InstantSource clock;

  StsCommonHeaders(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Headers of(RequestId id, Optional<Caller> caller) {
    return Headers.builder()
        .add("x-amzn-RequestId", id.toString())
        .add("Date", HttpDates.format(clock.instant()))
        .build();
  }
}
