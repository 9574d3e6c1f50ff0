package dev.cairn.dialect.family.signature;

/** For which day, region and service a V4 signature was made. */
public record CredentialScope(String date, String region, String service, String terminator) {
  /** As it stands in a credential and in the string to sign. */
  public String text() {
    return date + "/" + region + "/" + service + "/" + terminator;
  }
}
