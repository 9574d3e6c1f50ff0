package dev.cairn.dialect.family.signature;

/**
 * The words in which the vendors' forms of signature V4 differ.
 *
 * @param algorithm first word of the Authorization header and of every string to sign
 * @param keyPrefix stands before the secret in the derivation of the signing key
 * @param service in the credential scope; empty: any
 * @param terminator last word of the credential scope
 */
public record V4Scheme(String algorithm, String keyPrefix, String service, String terminator) {
  public static final V4Scheme AWS_S3 =
      new V4Scheme("AWS4-HMAC-SHA256", "AWS4", "s3", "aws4_request");
}
