package dev.cairn.acceptance.oss;

import com.aliyun.oss.OSSException;
import com.aliyun.oss.model.ObjectMetadata;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.Described;
import dev.cairn.acceptance.StoreException;
import java.util.Map;
import java.util.Optional;

/** Between the SDK's words and the suite's. */
final class OssWords {
  /** The SDK keeps the status of an answer to itself; the tests of the wire see it. */
  private static final Map<String, Integer> STATUSES =
      Map.of(
          "AccessDenied", 403,
          "BucketNotEmpty", 409,
          "EntityTooSmall", 400,
          "NoSuchBucket", 404,
          "NoSuchKey", 404,
          "NoSuchUpload", 404);

  private OssWords() {}

  static ObjectMetadata metadata(Attributes a) {
    ObjectMetadata metadata = new ObjectMetadata();
    a.contentType().ifPresent(metadata::setContentType);
    a.cacheControl().ifPresent(metadata::setCacheControl);
    a.contentDisposition().ifPresent(metadata::setContentDisposition);
    a.contentEncoding().ifPresent(metadata::setContentEncoding);
    metadata.setUserMetadata(a.metadata());
    return metadata;
  }

  static Described described(ObjectMetadata m) {
    return new Described(
        m.getContentLength(),
        m.getETag(),
        new Attributes(
            Optional.ofNullable(m.getContentType()),
            Optional.ofNullable(m.getCacheControl()),
            Optional.ofNullable(m.getContentDisposition()),
            Optional.ofNullable(m.getContentEncoding()),
            m.getUserMetadata()));
  }

  static StoreException failure(OSSException e) {
    int status = STATUSES.getOrDefault(e.getErrorCode(), 0);
    return new StoreException(status, e.getErrorCode(), e.getRequestId(), e);
  }
}
