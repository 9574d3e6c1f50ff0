package dev.cairn.dialect.s3;

import java.util.List;

/** The domains under which S3 is reached when nothing else is configured. */
public final class S3Domains {
  /** Those of AWS, so that an application needs another address and nothing else, and our own. */
  public static final List<String> DEFAULTS =
      List.of("s3.localhost", "s3.amazonaws.com", "s3.*.amazonaws.com", "s3-*.amazonaws.com");

  private S3Domains() {}
}
