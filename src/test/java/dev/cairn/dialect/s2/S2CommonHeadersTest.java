package dev.cairn.dialect.s2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.RequestId;
import dev.cairn.model.Caller;
import dev.cairn.protocol.Headers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S2CommonHeadersTest {
  private static final RequestId ID =
      new RequestId(UUID.fromString("019540c0-0000-7abc-8def-0123456789ab"));

  private final S2CommonHeaders common =
      new S2CommonHeaders(InstantSource.fixed(Instant.parse("2014-04-08T02:59:47Z")));

  @Test
  void namesRequestAndRequester() {
    Headers headers = common.of(ID, Optional.of(new Caller.Authenticated(S2Wire.ALICE, "AKID")));

    assertThat(headers.first("x-amz-s2-requester")).contains("alice-id");
    assertThat(headers.first("x-amz-request-id").orElseThrow())
        .matches("[0-9a-f]{8}-[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9a-f]{12}");
    assertThat(headers.first("Date")).contains("Tue, 08 Apr 2014 02:59:47 GMT");
    assertThat(headers.first("Connection")).contains("keep-alive");
    assertThat(headers.first("Server").orElseThrow()).startsWith("openresty/");
    assertThat(headers.has("x-amz-id-2")).isFalse();
  }

  @Test
  void namesNobodyWhereNobodyIsKnown() {
    assertThat(common.of(ID, Optional.empty()).first("x-amz-s2-requester"))
        .contains("GRPS000000ANONYMOUSE");
    assertThat(common.of(ID, Optional.of(new Caller.Anonymous())).first("x-amz-s2-requester"))
        .contains("GRPS000000ANONYMOUSE");
  }

  // The captures that the form was read from: the one of the pages and one of the service.
  @ParameterizedTest
  @CsvSource({
    "2016-08-09T18:46:21Z, 1608-1002-4621",
    "2022-05-06T14:41:46Z, 2205-0622-4146",
    "2025-12-31T16:00:00Z, 2601-0100-0000"
  })
  void holdsTheTimeInChina(String issued, String groups) {
    RequestId id = RequestId.at(Instant.parse(issued), 5, 6);

    assertThat(S2RequestIds.requestId(id).substring(9, 23)).isEqualTo(groups);
  }

  @Test
  void holdsWhatIsRandomInTheLoggedId() {
    String shown = S2RequestIds.requestId(ID);

    // The last 32 bits first, the other 42 last; the two bits between say what kind of UUID it is.
    assertThat(shown).startsWith("456789ab-").endsWith("-00def0123abc");
  }
}
