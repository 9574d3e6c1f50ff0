package dev.cairn.dialect.s2;

import java.util.List;

/** The domains under which S2 is reached when nothing else is configured. */
public final class S2Domains {
  /**
   * BaishanCloud's own, so that an application needs another address and nothing else, and ours.
   */
  public static final List<String> DEFAULTS = List.of("s2.localhost", "ss.bscstorage.com");

  private S2Domains() {}
}
