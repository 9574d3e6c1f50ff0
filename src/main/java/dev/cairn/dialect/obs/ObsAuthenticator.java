package dev.cairn.dialect.obs;

import dev.cairn.core.access.Credentials;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.ForeignHeaders;
import dev.cairn.dialect.family.signature.AwsAuthenticator;
import dev.cairn.dialect.family.signature.AwsRules;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.V2Scheme;
import dev.cairn.dialect.family.signature.V4Habits;
import dev.cairn.dialect.family.signature.V4Scheme;
import dev.cairn.model.DigestAlgorithm;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** How OBS requests are authenticated. */
public final class ObsAuthenticator {
  /** Its pages put the bucket into the path, its SDK does not, and never hashes a body. */
  private static final V4Habits HABITS = new V4Habits(true, true, false);

  /**
   * Native headers that its SDK also sends in the other form, and that need not be signed there.
   */
  private static final Set<String> NATIVE_ONES_IN_S3 =
      Set.of(
          "x-oss-s3-compat",
          "x-obs-expires",
          "x-obs-bucket-type",
          "x-obs-fs-file-interface",
          "x-obs-az-redundancy");

  private ObsAuthenticator() {}

  /**
   * @param worker where chunked bodies are hashed
   */
  public static Authenticator create(
      ObsForm form,
      SignatureSettings settings,
      Credentials credentials,
      InstantSource clock,
      Executor worker) {
    return new AwsAuthenticator(rules(form), settings, credentials, clock, worker);
  }

  private static AwsRules rules(ObsForm form) {
    Vocabulary words = ObsVocabulary.of(form);
    return switch (form) {
      case S3 ->
          new AwsRules(
              new V2Scheme("AWS", "AWSAccessKeyId", ObsSubResources.of(form), true),
              Optional.of(V4Scheme.AWS_S3),
              HABITS,
              words.headerPrefix(),
              Set.of("x-amz-cf-"),
              trailers(words),
              new ForeignHeaders(Set.of("x-oss-", "x-obs-"), NATIVE_ONES_IN_S3));
      case NATIVE ->
          new AwsRules(
              new V2Scheme("OBS", "AccessKeyId", ObsSubResources.of(form), true),
              Optional.empty(),
              V4Habits.AWS,
              words.headerPrefix(),
              Set.of(),
              Map.of(),
              new ForeignHeaders(
                  Set.of("x-oss-", "x-amz-"), Set.of("x-oss-s3-compat", "x-amz-cf-", "x-amzn-")),
              ObsForms.rules(form));
    };
  }

  private static Map<String, DigestAlgorithm> trailers(Vocabulary words) {
    return words.checksums().words().stream()
        .collect(
            Collectors.toMap(word -> words.header(word.header()), ChecksumWords.Word::algorithm));
  }
}
