package dev.cairn.dialect.obs;

import dev.cairn.dialect.CommonHeaders;
import dev.cairn.dialect.RequestId;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Caller;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import java.time.InstantSource;
import java.util.Optional;

/** What every answer of OBS has: the server's name, two ids, the date. */
final class ObsCommonHeaders implements CommonHeaders {
  /** Whoever speaks in AWS's words must say whose they are. */
  private static final String TRADEMARKS =
      "amazon, aws and amazon web services are trademarks or registered trademarks of Amazon"
          + " Technologies, Inc";

  private final ObsForm form;
  private final Vocabulary words;
  private final InstantSource clock;

  ObsCommonHeaders(ObsForm form, InstantSource clock) {
    this.form = form;
    this.words = ObsVocabulary.of(form);
    this.clock = clock;
  }

  @Override
  public Headers of(RequestId id, Optional<Caller> caller) {
    Headers.Builder headers =
        Headers.builder()
            .add("Server", "OBS")
            .add(words.header("id-2"), ObsRequestIds.hostId(id))
            .add(words.header("request-id"), ObsRequestIds.requestId(id));
    if (form == ObsForm.S3) {
      headers.add("x-reserved", TRADEMARKS);
    }
    return headers.add("Date", HttpDates.format(clock.instant())).build();
  }
}
