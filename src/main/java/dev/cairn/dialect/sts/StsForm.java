package dev.cairn.dialect.sts;

import dev.cairn.dialect.RequestForm;
import dev.cairn.protocol.Hashes;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import java.nio.charset.StandardCharsets;

/**
 * Puts the parameters of a form beside those of the target, and the hash of the form into the
 * header in which S3's clients send it: STS's clients sign it and do not send it.
 */
final class StsForm implements RequestForm {
  static final String PAYLOAD_HASH = "x-amz-content-sha256";

  private static final int LIMIT = 64 * 1024;

  @Override
  public int limit() {
    return LIMIT;
  }

  @Override
  public RawRequest read(RawRequest request, byte[] form) {
    String ofTarget = request.target().rawQuery();
    String ofBody = new String(form, StandardCharsets.ISO_8859_1);
    Headers.Builder headers = Headers.builder();
    for (Headers.Field field : request.headers().fields()) {
      if (!field.name().equalsIgnoreCase(PAYLOAD_HASH)) {
        headers.add(field.name(), field.value());
      }
    }
    headers.add(PAYLOAD_HASH, Hashes.hex(Hashes.sha256(form)));
    return with(
        request, Query.parse(ofTarget == null ? ofBody : ofTarget + "&" + ofBody), headers.build());
  }

  /** The request as it was signed: only with what stood in its target. */
  static RawRequest asSigned(RawRequest read) {
    return with(read, Query.parse(read.target().rawQuery()), read.headers());
  }

  private static RawRequest with(RawRequest request, Query query, Headers headers) {
    return new RawRequest(
        request.method(),
        request.target(),
        query,
        request.host(),
        headers,
        request.tls(),
        request.contentLength(),
        request.chunked());
  }
}
