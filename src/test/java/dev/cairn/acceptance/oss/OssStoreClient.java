package dev.cairn.acceptance.oss;

import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSException;
import com.aliyun.oss.model.AbortMultipartUploadRequest;
import com.aliyun.oss.model.Bucket;
import com.aliyun.oss.model.BucketList;
import com.aliyun.oss.model.CompleteMultipartUploadRequest;
import com.aliyun.oss.model.DeleteObjectsRequest;
import com.aliyun.oss.model.GetObjectRequest;
import com.aliyun.oss.model.InitiateMultipartUploadRequest;
import com.aliyun.oss.model.ListBucketsRequest;
import com.aliyun.oss.model.ListMultipartUploadsRequest;
import com.aliyun.oss.model.ListObjectsRequest;
import com.aliyun.oss.model.ListPartsRequest;
import com.aliyun.oss.model.MultipartUploadListing;
import com.aliyun.oss.model.OSSObject;
import com.aliyun.oss.model.ObjectListing;
import com.aliyun.oss.model.PartETag;
import com.aliyun.oss.model.PartListing;
import com.aliyun.oss.model.UploadPartCopyRequest;
import com.aliyun.oss.model.UploadPartRequest;
import dev.cairn.acceptance.StoreClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Alibaba Cloud's SDK for OSS. */
public final class OssStoreClient implements StoreClient {
  private final OSS oss;

  public OssStoreClient(OSS oss) {
    this.oss = oss;
  }

  @Override
  public void createBucket(String bucket) {
    call(() -> oss.createBucket(bucket));
  }

  @Override
  public void deleteBucket(String bucket) {
    call(() -> oss.deleteBucket(bucket));
  }

  @Override
  public boolean bucketExists(String bucket) {
    return call(() -> oss.doesBucketExist(bucket));
  }

  @Override
  public List<String> listBuckets() {
    List<String> names = new ArrayList<>();
    String marker = "";
    BucketList page;
    do {
      ListBucketsRequest request = new ListBucketsRequest("", marker, 1000);
      page = call(() -> oss.listBuckets(request));
      page.getBucketList().stream().map(Bucket::getName).forEach(names::add);
      marker = page.getNextMarker();
    } while (page.isTruncated());
    return names;
  }

  @Override
  public String put(String bucket, String key, byte[] body, Attributes attributes) {
    return call(() ->
            oss.putObject(
                bucket, key, new ByteArrayInputStream(body), OssWords.metadata(attributes)))
        .getETag();
  }

  @Override
  public Fetched get(String bucket, String key) {
    return fetched(new GetObjectRequest(bucket, key));
  }

  @Override
  public Fetched getRange(String bucket, String key, long first, long last) {
    GetObjectRequest request = new GetObjectRequest(bucket, key);
    request.setRange(first, last);
    // Without it, a range that ends beyond the object is none.
    request.addHeader("x-oss-range-behavior", "standard");
    return fetched(request);
  }

  private Fetched fetched(GetObjectRequest request) {
    try (OSSObject object = call(() -> oss.getObject(request))) {
      byte[] body = object.getObjectContent().readAllBytes();
      return new Fetched(body, OssWords.described(object.getObjectMetadata()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Described head(String bucket, String key) {
    return OssWords.described(call(() -> oss.getObjectMetadata(bucket, key)));
  }

  @Override
  public void delete(String bucket, String key) {
    call(() -> oss.deleteObject(bucket, key));
  }

  @Override
  public void deleteAll(String bucket, List<String> keys) {
    call(() -> oss.deleteObjects(new DeleteObjectsRequest(bucket).withKeys(keys)));
  }

  @Override
  public String copy(String sourceBucket, String sourceKey, String bucket, String key) {
    return call(() -> oss.copyObject(sourceBucket, sourceKey, bucket, key)).getETag();
  }

  @Override
  public Page list(
      String bucket, String prefix, String delimiter, Optional<String> marker, int limit) {
    ObjectListing listing =
        call(
            () ->
                oss.listObjects(
                    new ListObjectsRequest(bucket, prefix, marker.orElse(null), delimiter, limit)));
    return new Page(
        listing.getObjectSummaries().stream()
            .map(o -> new ListedObject(o.getKey(), o.getSize(), o.getETag()))
            .toList(),
        listing.getCommonPrefixes(),
        listing.isTruncated(),
        Optional.ofNullable(listing.getNextMarker()));
  }

  @Override
  public String initiate(String bucket, String key, Attributes attributes) {
    return call(() ->
            oss.initiateMultipartUpload(
                new InitiateMultipartUploadRequest(bucket, key, OssWords.metadata(attributes))))
        .getUploadId();
  }

  @Override
  public SentPart uploadPart(String bucket, String key, String uploadId, int number, byte[] body) {
    UploadPartRequest request =
        new UploadPartRequest(
            bucket, key, uploadId, number, new ByteArrayInputStream(body), body.length);
    return new SentPart(number, call(() -> oss.uploadPart(request)).getETag(), Map.of());
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
    UploadPartCopyRequest request =
        new UploadPartCopyRequest(sourceBucket, sourceKey, bucket, key, uploadId);
    request.setPartNumber(number);
    if (range.isPresent()) {
      String[] ends = range.get().substring("bytes=".length()).split("-", -1);
      request.setBeginIndex(Long.parseLong(ends[0]));
      request.setPartSize(Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1);
    }
    return new SentPart(number, call(() -> oss.uploadPartCopy(request)).getETag(), Map.of());
  }

  @Override
  public String complete(String bucket, String key, String uploadId, List<SentPart> parts) {
    List<PartETag> tags = new ArrayList<>();
    parts.forEach(part -> tags.add(new PartETag(part.number(), part.eTag())));
    return call(() ->
            oss.completeMultipartUpload(
                new CompleteMultipartUploadRequest(bucket, key, uploadId, tags)))
        .getETag();
  }

  @Override
  public void abort(String bucket, String key, String uploadId) {
    call(() -> oss.abortMultipartUpload(new AbortMultipartUploadRequest(bucket, key, uploadId)));
  }

  @Override
  public List<ListedPart> listParts(String bucket, String key, String uploadId) {
    PartListing listing = call(() -> oss.listParts(new ListPartsRequest(bucket, key, uploadId)));
    return listing.getParts().stream()
        .map(p -> new ListedPart(p.getPartNumber(), p.getSize(), p.getETag()))
        .toList();
  }

  @Override
  public List<ListedUpload> listUploads(String bucket, String prefix) {
    ListMultipartUploadsRequest request = new ListMultipartUploadsRequest(bucket);
    request.setPrefix(prefix);
    MultipartUploadListing listing = call(() -> oss.listMultipartUploads(request));
    return listing.getMultipartUploads().stream()
        .map(u -> new ListedUpload(u.getKey(), u.getUploadId()))
        .toList();
  }

  @Override
  public void close() {
    oss.shutdown();
  }

  private static <T> T call(Supplier<T> request) {
    try {
      return request.get();
    } catch (OSSException e) {
      throw OssWords.failure(e);
    }
  }
}
