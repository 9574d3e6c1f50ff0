package dev.cairn.dialect.family.signature;

/** For which day, region and service a V4 signature was made. */
record CredentialScope(String date, String region, String service, String terminator) {
  String text() {
    return date + "/" + region + "/" + service + "/" + terminator;
  }
}
