package dev.cairn.dialect.family.codec;

import dev.cairn.model.Failure;
import dev.cairn.model.Grantee.Group;

/** The names that AWS gave to groups, and that its descendants kept. */
public final class GroupUris {
  private static final String PREFIX = "http://acs.amazonaws.com/groups/";

  private GroupUris() {}

  public static String of(Group group) {
    return PREFIX
        + switch (group) {
          case EVERYONE -> "global/AllUsers";
          case AUTHENTICATED -> "global/AuthenticatedUsers";
          case LOG_DELIVERY -> "s3/LogDelivery";
        };
  }

  /**
   * @throws dev.cairn.model.FailureException InvalidArgument for the name of no group
   */
  static Group group(String uri) {
    for (Group group : Group.values()) {
      if (of(group).equals(uri)) {
        return group;
      }
    }
    throw new Failure.InvalidArgument("Group/URI", uri, "Invalid group uri").exception();
  }
}
