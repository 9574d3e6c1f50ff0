package dev.cairn.dialect.s3;

import static dev.cairn.dialect.family.signature.OneAccount.ACCESS_KEY_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Slab;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chunked uploads of AWS's own pages: 66,560 times {@code a}. */
class S3ChunkedVectorsTest {
  private static final String NOW = "2013-05-24T00:00:00Z";
  private static final int SIZE = 66_560;
  private static final List<String> CHUNKS =
      List.of(
          "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
          "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
          "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
  private static final List<String> CHUNKS_BEFORE_TRAILER =
      List.of(
          "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
          "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
          "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992");
  private static final String TRAILER =
      "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435";

  @Test
  void acceptsSignedChunks() {
    Authentication authentication = signedChunks().authenticateAt(NOW);
    BytesBody framed = BytesBody.inSlabsOf(8192, framed(CHUNKS, ""));

    long received = drain(authentication.framing().apply(framed));

    assertThat(received).isEqualTo(SIZE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void refusesAWrongChunkSignature(int chunk) {
    List<String> signatures = new java.util.ArrayList<>(CHUNKS);
    signatures.set(chunk, "0".repeat(64));
    Authentication authentication = signedChunks().authenticateAt(NOW);
    BytesBody framed = BytesBody.inSlabsOf(8192, framed(signatures, ""));

    FailureException thrown =
        catchThrowableOfType(
            FailureException.class, () -> drain(authentication.framing().apply(framed)));

    assertThat(thrown.failure()).isInstanceOf(Failure.SignatureMismatch.class);
  }

  @Test
  void acceptsSignedChunksAndTrailer() {
    Authentication authentication = signedTrailer().authenticateAt(NOW);
    Body payload =
        authentication
            .framing()
            .apply(BytesBody.inSlabsOf(8192, framed(CHUNKS_BEFORE_TRAILER, trailer(TRAILER))));

    long received = drain(payload);

    assertThat(received).isEqualTo(SIZE);
    assertThat(payload.claims().list())
        .extracting(c -> c.algorithm())
        .containsExactly(DigestAlgorithm.CRC32C);
  }

  @Test
  void refusesAWrongTrailerSignature() {
    Authentication authentication = signedTrailer().authenticateAt(NOW);
    byte[] framed = framed(CHUNKS_BEFORE_TRAILER, trailer("0".repeat(64)));

    FailureException thrown =
        catchThrowableOfType(
            FailureException.class,
            () -> drain(authentication.framing().apply(BytesBody.of(framed))));

    assertThat(thrown.failure()).isInstanceOf(Failure.SignatureMismatch.class);
  }

  private static Wire signedChunks() {
    return chunked("STREAMING-AWS4-HMAC-SHA256-PAYLOAD")
        .withLength(66_824)
        .with("Content-Length", "66824")
        .with(
            "Authorization",
            authorization(
                "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date"
                    + ";x-amz-decoded-content-length;x-amz-storage-class",
                "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9"));
  }

  private static Wire signedTrailer() {
    return chunked("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")
        .withLength(70_000)
        .with("x-amz-trailer", "x-amz-checksum-crc32c")
        .with(
            "Authorization",
            authorization(
                "content-encoding;host;x-amz-content-sha256;x-amz-date"
                    + ";x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer",
                "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e"));
  }

  private static Wire chunked(String payload) {
    return Wire.request("PUT", "s3.amazonaws.com", "/examplebucket/chunkObject.txt")
        .with("x-amz-date", "20130524T000000Z")
        .with("x-amz-storage-class", "REDUCED_REDUNDANCY")
        .with("x-amz-content-sha256", payload)
        .with("Content-Encoding", "aws-chunked")
        .with("x-amz-decoded-content-length", String.valueOf(SIZE));
  }

  private static String authorization(String signedHeaders, String signature) {
    return "AWS4-HMAC-SHA256 Credential="
        + ACCESS_KEY_ID
        + "/20130524/us-east-1/s3/aws4_request, SignedHeaders="
        + signedHeaders
        + ", Signature="
        + signature;
  }

  private static String trailer(String signature) {
    return "x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:" + signature + "\r\n";
  }

  private static byte[] framed(List<String> signatures, String trailer) {
    return (chunk(65_536, signatures.get(0))
            + chunk(1024, signatures.get(1))
            + "0;chunk-signature="
            + signatures.get(2)
            + "\r\n"
            + trailer
            + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String chunk(int size, String signature) {
    return Integer.toHexString(size)
        + ";chunk-signature="
        + signature
        + "\r\n"
        + "a".repeat(size)
        + "\r\n";
  }

  private static long drain(Body body) {
    long size = 0;
    for (Slab slab = body.next().await().indefinitely();
        slab != null;
        slab = body.next().await().indefinitely()) {
      size += slab.size();
      slab.release();
    }
    return size;
  }
}
