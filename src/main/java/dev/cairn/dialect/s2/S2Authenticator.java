package dev.cairn.dialect.s2;

import dev.cairn.core.access.Credentials;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.ForeignHeaders;
import dev.cairn.dialect.family.signature.AwsAuthenticator;
import dev.cairn.dialect.family.signature.AwsRules;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.V2Scheme;
import dev.cairn.dialect.family.signature.V4Habits;
import dev.cairn.dialect.family.signature.V4Scheme;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * How S2 requests are authenticated: AWS's signatures, but for what BaishanCloud's own verifier is
 * easier with. Such a request is read as the AWS request that it stands for.
 */
public final class S2Authenticator implements Authenticator {
  private final AwsAuthenticator aws;

  private S2Authenticator(AwsAuthenticator aws) {
    this.aws = aws;
  }

  /**
   * @param legacySignatures whether V2 is accepted
   * @param worker where chunked bodies are hashed
   */
  public static Authenticator create(
      boolean legacySignatures, Credentials credentials, InstantSource clock, Executor worker) {
    return new S2Authenticator(
        new AwsAuthenticator(
            rules(S2Vocabulary.create()),
            // No region is compared with ours, whatever ours is.
            new SignatureSettings(Optional.empty(), legacySignatures),
            credentials,
            clock,
            worker));
  }

  private static AwsRules rules(Vocabulary words) {
    return new AwsRules(
        V2Scheme.aws(S2Signatures.SUB_RESOURCES),
        Optional.of(new V4Scheme("AWS4-HMAC-SHA256", "AWS4", "", "aws4_request")),
        new V4Habits(false, false, true),
        words.headerPrefix(),
        Set.of("x-amz-cf-", S2Signatures.PAYLOAD_HASH),
        words.checksums().words().stream()
            .collect(
                Collectors.toMap(
                    word -> words.header(word.header()), ChecksumWords.Word::algorithm)),
        new ForeignHeaders(Set.of("x-oss-", "x-obs-"), Set.of("x-oss-s3-compat")));
  }

  @Override
  public Headers effectiveHeaders(RawRequest request) {
    return aws.effectiveHeaders(S2Signatures.asAwsMeansIt(request));
  }

  @Override
  public Uni<Authentication> authenticate(RequestHead head) {
    if (head.form().isPresent()) {
      return aws.authenticate(head);
    }
    return Uni.createFrom()
        .deferred(() -> aws.authenticate(S2Signatures.asAwsMeansIt(head)))
        .onFailure(failure -> isMismatch(failure) && S2Signatures.repeatsHeaders(head))
        .recoverWithUni(
            () -> aws.authenticate(S2Signatures.withSortedValues(S2Signatures.asAwsMeansIt(head))))
        .invoke(authentication -> refuseAnonymousInitiation(head, authentication.caller()));
  }

  private static boolean isMismatch(Throwable failure) {
    return failure instanceof FailureException known
        && known.failure() instanceof Failure.SignatureMismatch;
  }

  /** Whatever a bucket allows to anybody, beginning an upload is not part of it. */
  private static void refuseAnonymousInitiation(RequestHead head, Caller caller) {
    if (head.operation() == Operation.CreateMultipartUpload && caller.findAccount().isEmpty()) {
      throw new Failure.AccessDenied("anonymous callers begin no uploads").exception();
    }
  }
}
