package dev.cairn.acceptance.s3;

import com.amazonaws.services.s3.model.AmazonS3Exception;
import com.amazonaws.services.s3.model.ObjectMetadata;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.Described;
import dev.cairn.acceptance.StoreException;
import java.util.Optional;

/** Between the words of the SDK's version 1 and the suite's. */
final class AwsV1Words {
  private AwsV1Words() {}

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

  static StoreException failure(AmazonS3Exception e) {
    return new StoreException(e.getStatusCode(), e.getErrorCode(), e.getRequestId(), e);
  }
}
