package dev.cairn.dialect.sts;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.sts.StsParameters.Life;
import java.time.Duration;

/** What differs between the hosts under which the token service is reached. */
final class StsHabits {
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Life OF_ROLES = new Life(SHORTEST, Duration.ofHours(12), HOUR);
  private static final Life OF_ACCOUNTS =
      new Life(SHORTEST, Duration.ofHours(36), Duration.ofHours(12));

  /** Of S2: 15 to 60 minutes, whatever the action. */
  private static final Life AT_S2 = new Life(SHORTEST, HOUR, HOUR);

  private final Domains ofS2;

  StsHabits(Domains ofS2) {
    this.ofS2 = ofS2;
  }

  boolean atS2(RequestHead head) {
    return ofS2.match(head.raw().host()).isPresent();
  }

  Life ofRoles(RequestHead head) {
    return atS2(head) ? AT_S2 : OF_ROLES;
  }

  Life ofAccounts(RequestHead head) {
    return atS2(head) ? AT_S2 : OF_ACCOUNTS;
  }
}
