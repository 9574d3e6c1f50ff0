package dev.cairn.dialect.s3;

import dev.cairn.dialect.CommonHeaders;
import dev.cairn.dialect.RequestId;
import dev.cairn.model.Caller;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import java.time.InstantSource;
import java.util.Optional;

/** What every answer of S3 has: two ids, the server's name, the date. */
public final class S3CommonHeaders implements CommonHeaders {
  private final InstantSource clock;

  public S3CommonHeaders(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Headers of(RequestId id, Optional<Caller> caller) {
    return Headers.builder()
        .add("x-amz-request-id", S3RequestIds.requestId(id))
        .add("x-amz-id-2", S3RequestIds.hostId(id))
        .add("Server", "AmazonS3")
        .add("Date", HttpDates.format(clock.instant()))
        .build();
  }
}
