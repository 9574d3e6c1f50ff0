package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.Described;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.StoreException;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Between the SDK's words and the suite's. */
final class AwsWords {
  private AwsWords() {}

  static String bare(String eTag) {
    return eTag.replace("\"", "");
  }

  static PutObjectRequest.Builder describe(PutObjectRequest.Builder request, Attributes a) {
    a.contentType().ifPresent(request::contentType);
    a.cacheControl().ifPresent(request::cacheControl);
    a.contentDisposition().ifPresent(request::contentDisposition);
    a.contentEncoding().ifPresent(request::contentEncoding);
    return request.metadata(a.metadata());
  }

  static CreateMultipartUploadRequest.Builder describe(
      CreateMultipartUploadRequest.Builder request, Attributes a) {
    a.contentType().ifPresent(request::contentType);
    a.cacheControl().ifPresent(request::cacheControl);
    a.contentDisposition().ifPresent(request::contentDisposition);
    a.contentEncoding().ifPresent(request::contentEncoding);
    return request.metadata(a.metadata());
  }

  static Described described(GetObjectResponse r) {
    return new Described(
        r.contentLength(),
        bare(r.eTag()),
        new Attributes(
            Optional.ofNullable(r.contentType()),
            Optional.ofNullable(r.cacheControl()),
            Optional.ofNullable(r.contentDisposition()),
            Optional.ofNullable(r.contentEncoding()),
            r.metadata()));
  }

  static Described described(HeadObjectResponse r) {
    return new Described(
        r.contentLength(),
        bare(r.eTag()),
        new Attributes(
            Optional.ofNullable(r.contentType()),
            Optional.ofNullable(r.cacheControl()),
            Optional.ofNullable(r.contentDisposition()),
            Optional.ofNullable(r.contentEncoding()),
            r.metadata()));
  }

  static CompletedPart completed(SentPart part) {
    return CompletedPart.builder()
        .partNumber(part.number())
        .eTag(part.eTag())
        .checksumCRC32(part.checksums().get("CRC32"))
        .build();
  }

  static StoreException failure(S3Exception e) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    return new StoreException(e.statusCode(), code, e.requestId(), e);
  }
}
