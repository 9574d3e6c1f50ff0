package dev.cairn.dialect.sts;

import dev.cairn.core.access.GetSessionToken;
import dev.cairn.core.access.IssuedSession;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.protocol.Answer;

/** GetSessionToken. */
final class GetSessionTokenCodec implements Codec<GetSessionToken, IssuedSession> {
  private final StsHabits habits;

  GetSessionTokenCodec(StsHabits habits) {
    this.habits = habits;
  }

  @Override
  public Decoded<GetSessionToken> decode(RequestHead head) {
    StsParameters parameters = new StsParameters(head.query());
    return Decoded.of(new GetSessionToken(parameters.duration(habits.ofAccounts(head))));
  }

  @Override
  public Answer encode(IssuedSession issued, Exchange<GetSessionToken> exchange) {
    return StsDocuments.answer(exchange, xml -> StsDocuments.credentials(xml, issued));
  }
}
