package dev.cairn.dialect.sts;

import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.family.Domains;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the token service together. */
public final class StsDialect {
  private StsDialect() {}

  /**
   * The dialect.
   *
   * @param dialects the domains of all of them
   * @param ofS2 those of S2 among them
   */
  public static Dialect create(
      List<Domains> dialects, Domains ofS2, Authenticator authenticator, InstantSource clock) {
    return new Dialect(
        StsVocabulary.create(),
        new StsRecogniser(dialects),
        new StsAddressing(dialects),
        new StsOperations(),
        authenticator,
        codecs(new StsHabits(ofS2)),
        new StsFailureRenderer(),
        new StsCommonHeaders(clock),
        Map.of(),
        Optional.of(new StsForm()));
  }

  private static Map<Operation, Codec<?, ?>> codecs(StsHabits habits) {
    return Map.of(
        Operation.AssumeRole, new AssumeRoleCodec(habits),
        Operation.GetSessionToken, new GetSessionTokenCodec(habits),
        Operation.GetFederationToken, new GetFederationTokenCodec(habits),
        Operation.GetCallerIdentity, new GetCallerIdentityCodec());
  }
}
