package dev.cairn.dialect.family.signature;

import java.util.Objects;
import java.util.Optional;

/**
 * What the operator decides about signatures.
 *
 * @param region that a V4 scope must name, unless the Host names another; empty: any will do
 * @param legacySignatures whether V2 is accepted
 */
public record SignatureSettings(Optional<String> region, boolean legacySignatures) {
  public static final SignatureSettings DEFAULT = new SignatureSettings(Optional.empty(), true);

  public SignatureSettings {
    Objects.requireNonNull(region, "region");
  }
}
