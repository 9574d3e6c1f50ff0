package dev.cairn.dialect.sts;

import dev.cairn.core.access.GetCallerIdentity;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Caller;
import dev.cairn.model.Session;
import dev.cairn.model.Session.Identity;
import dev.cairn.protocol.Answer;

/** GetCallerIdentity. */
final class GetCallerIdentityCodec implements Codec<GetCallerIdentity, Caller.Authenticated> {
  @Override
  public Decoded<GetCallerIdentity> decode(RequestHead head) {
    return Decoded.of(new GetCallerIdentity());
  }

  @Override
  public Answer encode(Caller.Authenticated caller, Exchange<GetCallerIdentity> exchange) {
    Identity identity = caller.session().map(Session::identity).orElseGet(Identity.Self::new);
    StsNames names = StsNames.of(caller.account(), identity);
    return StsDocuments.answer(
        exchange,
        xml ->
            xml.element("Arn", names.arn())
                .element("UserId", names.userId())
                .element("Account", caller.account().id().value()));
  }
}
