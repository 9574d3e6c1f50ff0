package dev.cairn.dialect.oss;

import java.util.List;

/** The domains under which OSS is reached when nothing else is configured. */
public final class OssDomains {
  /** Those of Alibaba Cloud, internal and accelerated ones too, and our own. */
  public static final List<String> DEFAULTS =
      List.of("oss.localhost", "oss.aliyuncs.com", "oss-*.aliyuncs.com");

  private OssDomains() {}
}
