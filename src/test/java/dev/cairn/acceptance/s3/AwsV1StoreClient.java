package dev.cairn.acceptance.s3;

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.AbortMultipartUploadRequest;
import com.amazonaws.services.s3.model.AmazonS3Exception;
import com.amazonaws.services.s3.model.Bucket;
import com.amazonaws.services.s3.model.CompleteMultipartUploadRequest;
import com.amazonaws.services.s3.model.CopyPartRequest;
import com.amazonaws.services.s3.model.CopyPartResult;
import com.amazonaws.services.s3.model.DeleteObjectsRequest;
import com.amazonaws.services.s3.model.GetObjectRequest;
import com.amazonaws.services.s3.model.HeadBucketRequest;
import com.amazonaws.services.s3.model.InitiateMultipartUploadRequest;
import com.amazonaws.services.s3.model.ListMultipartUploadsRequest;
import com.amazonaws.services.s3.model.ListObjectsV2Request;
import com.amazonaws.services.s3.model.ListObjectsV2Result;
import com.amazonaws.services.s3.model.ListPartsRequest;
import com.amazonaws.services.s3.model.PartETag;
import com.amazonaws.services.s3.model.S3Object;
import com.amazonaws.services.s3.model.UploadPartRequest;
import dev.cairn.acceptance.StoreClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The AWS SDK for Java 1. */
public class AwsV1StoreClient implements StoreClient {
  private final AmazonS3 s3;

  public AwsV1StoreClient(AmazonS3 s3) {
    this.s3 = s3;
  }

  @Override
  public void createBucket(String bucket) {
    call(() -> s3.createBucket(bucket));
  }

  @Override
  public void deleteBucket(String bucket) {
    run(() -> s3.deleteBucket(bucket));
  }

  @Override
  public boolean bucketExists(String bucket) {
    try {
      s3.headBucket(new HeadBucketRequest(bucket));
      return true;
    } catch (AmazonS3Exception e) {
      if (e.getStatusCode() == 404) {
        return false;
      }
      throw AwsV1Words.failure(e);
    }
  }

  @Override
  public List<String> listBuckets() {
    return call(s3::listBuckets).stream().map(Bucket::getName).toList();
  }

  @Override
  public String put(String bucket, String key, byte[] body, Attributes attributes) {
    var metadata = AwsV1Words.metadata(attributes);
    metadata.setContentLength(body.length);
    return call(() -> s3.putObject(bucket, key, new ByteArrayInputStream(body), metadata))
        .getETag();
  }

  @Override
  public Fetched get(String bucket, String key) {
    return fetch(new GetObjectRequest(bucket, key));
  }

  @Override
  public Fetched getRange(String bucket, String key, long first, long last) {
    return fetch(new GetObjectRequest(bucket, key).withRange(first, last));
  }

  private Fetched fetch(GetObjectRequest request) {
    try (S3Object object = call(() -> s3.getObject(request))) {
      return new Fetched(
          object.getObjectContent().readAllBytes(),
          AwsV1Words.described(object.getObjectMetadata()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Described head(String bucket, String key) {
    return AwsV1Words.described(call(() -> s3.getObjectMetadata(bucket, key)));
  }

  @Override
  public void delete(String bucket, String key) {
    run(() -> s3.deleteObject(bucket, key));
  }

  @Override
  public void deleteAll(String bucket, List<String> keys) {
    DeleteObjectsRequest request = new DeleteObjectsRequest(bucket);
    call(() -> s3.deleteObjects(request.withKeys(keys.toArray(String[]::new))));
  }

  @Override
  public String copy(String sourceBucket, String sourceKey, String bucket, String key) {
    return call(() -> s3.copyObject(sourceBucket, sourceKey, bucket, key)).getETag();
  }

  @Override
  public Page list(
      String bucket, String prefix, String delimiter, Optional<String> marker, int limit) {
    ListObjectsV2Request request =
        new ListObjectsV2Request().withBucketName(bucket).withPrefix(prefix).withMaxKeys(limit);
    if (!delimiter.isEmpty()) {
      request.setDelimiter(delimiter);
    }
    marker.ifPresent(request::setContinuationToken);
    ListObjectsV2Result result = call(() -> s3.listObjectsV2(request));
    return new Page(
        result.getObjectSummaries().stream()
            .map(o -> new ListedObject(o.getKey(), o.getSize(), o.getETag()))
            .toList(),
        result.getCommonPrefixes(),
        result.isTruncated(),
        Optional.ofNullable(result.getNextContinuationToken()));
  }

  @Override
  public String initiate(String bucket, String key, Attributes attributes) {
    InitiateMultipartUploadRequest request =
        new InitiateMultipartUploadRequest(bucket, key, AwsV1Words.metadata(attributes));
    return call(() -> s3.initiateMultipartUpload(request)).getUploadId();
  }

  @Override
  public SentPart uploadPart(String bucket, String key, String uploadId, int number, byte[] body) {
    UploadPartRequest request =
        new UploadPartRequest()
            .withBucketName(bucket)
            .withKey(key)
            .withUploadId(uploadId)
            .withPartNumber(number)
            .withPartSize(body.length)
            .withInputStream(new ByteArrayInputStream(body));
    return new SentPart(number, call(() -> s3.uploadPart(request)).getETag(), Map.of());
  }

  @Override
  public SentPart copyPart(
      String sourceBucket,
      String sourceKey,
      Optional<String> range,
      String bucket,
      String key,
      String uploadId,
      int number) {
    CopyPartRequest request =
        new CopyPartRequest()
            .withSourceBucketName(sourceBucket)
            .withSourceKey(sourceKey)
            .withDestinationBucketName(bucket)
            .withDestinationKey(key)
            .withUploadId(uploadId)
            .withPartNumber(number);
    range.ifPresent(
        r -> {
          String[] ends = r.replace("bytes=", "").split("-", 2);
          request.setFirstByte(Long.valueOf(ends[0]));
          request.setLastByte(Long.valueOf(ends[1]));
        });
    CopyPartResult result = call(() -> s3.copyPart(request));
    return new SentPart(number, result.getETag(), Map.of());
  }

  @Override
  public String complete(String bucket, String key, String uploadId, List<SentPart> parts) {
    List<PartETag> tags = parts.stream().map(p -> new PartETag(p.number(), p.eTag())).toList();
    return call(() ->
            s3.completeMultipartUpload(
                new CompleteMultipartUploadRequest(bucket, key, uploadId, tags)))
        .getETag();
  }

  @Override
  public void abort(String bucket, String key, String uploadId) {
    run(() -> s3.abortMultipartUpload(new AbortMultipartUploadRequest(bucket, key, uploadId)));
  }

  @Override
  public List<ListedPart> listParts(String bucket, String key, String uploadId) {
    return call(() -> s3.listParts(new ListPartsRequest(bucket, key, uploadId))).getParts().stream()
        .map(p -> new ListedPart(p.getPartNumber(), p.getSize(), p.getETag()))
        .toList();
  }

  @Override
  public List<ListedUpload> listUploads(String bucket, String prefix) {
    ListMultipartUploadsRequest request = new ListMultipartUploadsRequest(bucket);
    request.setPrefix(prefix);
    return call(() -> s3.listMultipartUploads(request)).getMultipartUploads().stream()
        .map(u -> new ListedUpload(u.getKey(), u.getUploadId()))
        .toList();
  }

  @Override
  public void close() {
    s3.shutdown();
  }

  private static void run(Runnable request) {
    call(
        () -> {
          request.run();
          return null;
        });
  }

  private static <T> T call(Supplier<T> request) {
    try {
      return request.get();
    } catch (AmazonS3Exception e) {
      throw AwsV1Words.failure(e);
    }
  }
}
