package dev.cairn.dialect.sts;

import dev.cairn.core.access.AssumeRole;
import dev.cairn.core.access.IssuedSession;
import dev.cairn.core.access.RoleArn;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.AccountId;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AssumeRole. */
final class AssumeRoleCodec implements Codec<AssumeRole, IssuedSession> {
  private static final String ROLE = "RoleArn";
  private static final int SHORTEST_ARN = 20;
  private static final int LONGEST_ARN = 2048;
  private static final Pattern ARN =
      Pattern.compile(
          "arn:[a-z0-9-]+:iam::([A-Za-z0-9._-]{0,64}):role/(?:[!-~]*/)?([\\w+=,.@-]{1,64})");

  /** Of S2: any text, the end of which will do as a name. */
  private static final Pattern AT_S2 = Pattern.compile("(?:[!-~]*[:/])?([\\w+=,.@-]+)");

  private final StsHabits habits;

  AssumeRoleCodec(StsHabits habits) {
    this.habits = habits;
  }

  @Override
  public Decoded<AssumeRole> decode(RequestHead head) {
    StsParameters parameters = new StsParameters(head.query());
    String arn = parameters.text(ROLE, SHORTEST_ARN, LONGEST_ARN);
    String name = parameters.name("RoleSessionName", 2, 64);
    // No role has a condition that could ask for it.
    if (parameters.find("ExternalId").isPresent()) {
      parameters.text("ExternalId", 2, 1224);
    }
    Optional<String> policy = parameters.find("Policy");
    policy.ifPresent(AssumeRoleCodec::requireShort);
    return Decoded.of(
        new AssumeRole(
            role(arn, habits.atS2(head)),
            name,
            parameters.duration(habits.ofRoles(head)),
            policy.map(PolicyReader::read)));
  }

  private static void requireShort(String policy) {
    if (policy.length() > PolicyReader.LONGEST) {
      throw new Failure.PolicyTooLarge(policy.length(), PolicyReader.LONGEST).exception();
    }
  }

  private static RoleArn role(String text, boolean atS2) {
    Matcher arn = ARN.matcher(text);
    if (arn.matches()) {
      Optional<AccountId> account =
          Optional.of(arn.group(1)).filter(id -> !id.isEmpty()).map(AccountId::new);
      return new RoleArn(text, account, arn.group(2));
    }
    Matcher any = AT_S2.matcher(text);
    if (atS2 && any.matches()) {
      return new RoleArn(text, Optional.empty(), any.group(1));
    }
    throw StsParameters.refused(
        ROLE, text, "Member must be the ARN of a role, arn:aws:iam::account:role/name");
  }

  @Override
  public Answer encode(IssuedSession issued, Exchange<AssumeRole> exchange) {
    StsNames names = StsNames.of(issued.key().account(), issued.session());
    return StsDocuments.answer(
        exchange,
        xml -> {
          xml.start("AssumedRoleUser")
              .element("AssumedRoleId", names.userId())
              .element("Arn", names.arn())
              .end();
          StsDocuments.credentials(xml, issued);
          PolicyReader.writeSize(xml, exchange.head().query());
        });
  }
}
