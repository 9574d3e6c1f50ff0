package dev.cairn.dialect.sts;

import dev.cairn.core.access.GetFederationToken;
import dev.cairn.core.access.IssuedSession;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.SessionPolicy;
import dev.cairn.protocol.Answer;

/** GetFederationToken. As at AWS, a session without a policy may do nothing. */
final class GetFederationTokenCodec implements Codec<GetFederationToken, IssuedSession> {
  private static final String POLICY = "Policy";

  private final StsHabits habits;

  GetFederationTokenCodec(StsHabits habits) {
    this.habits = habits;
  }

  @Override
  public Decoded<GetFederationToken> decode(RequestHead head) {
    StsParameters parameters = new StsParameters(head.query());
    String name = parameters.name("Name", 2, 32);
    SessionPolicy policy =
        parameters.find(POLICY).isPresent()
            ? PolicyReader.read(parameters.text(POLICY, 1, PolicyReader.LONGEST))
            : SessionPolicy.NOTHING;
    return Decoded.of(
        new GetFederationToken(name, parameters.duration(habits.ofAccounts(head)), policy));
  }

  @Override
  public Answer encode(IssuedSession issued, Exchange<GetFederationToken> exchange) {
    StsNames names = StsNames.of(issued.key().account(), issued.session());
    return StsDocuments.answer(
        exchange,
        xml -> {
          StsDocuments.credentials(xml, issued);
          xml.start("FederatedUser")
              .element("FederatedUserId", names.userId())
              .element("Arn", names.arn())
              .end();
          PolicyReader.writeSize(xml, exchange.head().query());
        });
  }
}
