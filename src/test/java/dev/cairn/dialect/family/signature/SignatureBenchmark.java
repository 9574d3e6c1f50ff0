package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.s3.S3Authenticator;
import java.time.InstantSource;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Requests of one key whose signature V4 is checked in a second; AWS's SDK has signed them. */
@State(Scope.Benchmark)
public class SignatureBenchmark {
  /** Where the signature stands. */
  public enum Place {
    HEADER,
    URL
  }

  @Param public Place place;
  private Wire request;
  private RequestHead head;
  private Authenticator authenticator;

  @Setup
  public void sign() {
    SdkSigner signer = new SdkSigner("GET", "some/key", Map.of(), Map.of("x-amz-meta-a", "b"));
    request = place == Place.HEADER ? signer.v4Header() : signer.v4Query();
    authenticator =
        S3Authenticator.create(
            SignatureSettings.DEFAULT,
            new OneAccount().credentials(),
            InstantSource.fixed(SdkSigner.NOW),
            Runnable::run);
    head = request.head(authenticator);
  }

  @Benchmark
  public Authentication check() {
    return authenticator.authenticate(head).await().indefinitely();
  }

  /** The same with what comes before: target, query and headers are read. */
  @Benchmark
  public Authentication readAndCheck() {
    return authenticator.authenticate(request.head(authenticator)).await().indefinitely();
  }
}
