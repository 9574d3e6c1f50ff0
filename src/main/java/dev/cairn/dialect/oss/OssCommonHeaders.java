package dev.cairn.dialect.oss;

import dev.cairn.dialect.CommonHeaders;
import dev.cairn.dialect.RequestId;
import dev.cairn.model.Caller;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What every answer of OSS has: the server's name, the date, an id, and how long it took. */
public final class OssCommonHeaders implements CommonHeaders {
  private final InstantSource clock;

  public OssCommonHeaders(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Headers of(RequestId id, Optional<Caller> caller) {
    Instant now = clock.instant();
    long millis = Math.max(0, now.toEpochMilli() - id.issuedAt().toEpochMilli());
    return Headers.builder()
        .add("Server", "AliyunOSS")
        .add("Date", HttpDates.format(now))
        // As its pages print it; an answer that closes says so instead.
        .add("Connection", "keep-alive")
        .add("x-oss-request-id", OssRequestIds.requestId(id))
        .add("x-oss-server-time", Long.toString(millis))
        .build();
  }
}
