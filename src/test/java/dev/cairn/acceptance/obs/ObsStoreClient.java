package dev.cairn.acceptance.obs;

import com.obs.services.ObsClient;
import com.obs.services.exception.ObsException;
import com.obs.services.model.AbortMultipartUploadRequest;
import com.obs.services.model.CompleteMultipartUploadRequest;
import com.obs.services.model.CopyPartRequest;
import com.obs.services.model.CopyPartResult;
import com.obs.services.model.DeleteObjectsRequest;
import com.obs.services.model.DeleteObjectsResult;
import com.obs.services.model.GetObjectRequest;
import com.obs.services.model.InitiateMultipartUploadRequest;
import com.obs.services.model.KeyAndVersion;
import com.obs.services.model.ListBucketsRequest;
import com.obs.services.model.ListMultipartUploadsRequest;
import com.obs.services.model.ListObjectsRequest;
import com.obs.services.model.ListPartsRequest;
import com.obs.services.model.ObjectListing;
import com.obs.services.model.ObsBucket;
import com.obs.services.model.ObsObject;
import com.obs.services.model.PartEtag;
import com.obs.services.model.PutObjectRequest;
import com.obs.services.model.UploadPartRequest;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Huawei's SDK for Java. */
public final class ObsStoreClient implements StoreClient {
  private final ObsClient obs;

  public ObsStoreClient(ObsClient obs) {
    this.obs = obs;
  }

  @Override
  public void createBucket(String bucket) {
    call(() -> obs.createBucket(bucket));
  }

  @Override
  public void deleteBucket(String bucket) {
    call(() -> obs.deleteBucket(bucket));
  }

  @Override
  public boolean bucketExists(String bucket) {
    return call(() -> obs.headBucket(bucket));
  }

  @Override
  public List<String> listBuckets() {
    return call(() -> obs.listBuckets(new ListBucketsRequest())).stream()
        .map(ObsBucket::getBucketName)
        .toList();
  }

  @Override
  public String put(String bucket, String key, byte[] body, Attributes attributes) {
    PutObjectRequest request = new PutObjectRequest(bucket, key, new ByteArrayInputStream(body));
    request.setMetadata(ObsWords.metadata(attributes));
    return ObsWords.bare(call(() -> obs.putObject(request)).getEtag());
  }

  @Override
  public Fetched get(String bucket, String key) {
    return fetch(new GetObjectRequest(bucket, key));
  }

  @Override
  public Fetched getRange(String bucket, String key, long first, long last) {
    GetObjectRequest request = new GetObjectRequest(bucket, key);
    request.setRangeStart(first);
    request.setRangeEnd(last);
    return fetch(request);
  }

  private Fetched fetch(GetObjectRequest request) {
    ObsObject object = call(() -> obs.getObject(request));
    try (InputStream content = object.getObjectContent()) {
      return new Fetched(content.readAllBytes(), ObsWords.described(object.getMetadata()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Described head(String bucket, String key) {
    return ObsWords.described(call(() -> obs.getObjectMetadata(bucket, key)));
  }

  @Override
  public void delete(String bucket, String key) {
    call(() -> obs.deleteObject(bucket, key));
  }

  @Override
  public void deleteAll(String bucket, List<String> keys) {
    DeleteObjectsRequest request = new DeleteObjectsRequest(bucket);
    keys.stream().map(KeyAndVersion::new).forEach(k -> request.addKeyAndVersion(k.getKey()));
    DeleteObjectsResult result = call(() -> obs.deleteObjects(request));
    result.getErrorResults().stream()
        .findFirst()
        .ifPresent(
            error -> {
              throw new StoreException(200, error.getErrorCode(), "", null);
            });
  }

  @Override
  public String copy(String sourceBucket, String sourceKey, String bucket, String key) {
    return ObsWords.bare(
        call(() -> obs.copyObject(sourceBucket, sourceKey, bucket, key)).getEtag());
  }

  @Override
  public Page list(
      String bucket, String prefix, String delimiter, Optional<String> marker, int limit) {
    ListObjectsRequest request = new ListObjectsRequest(bucket);
    request.setPrefix(prefix);
    request.setDelimiter(delimiter.isEmpty() ? null : delimiter);
    request.setMarker(marker.orElse(null));
    request.setMaxKeys(limit);
    ObjectListing listing = call(() -> obs.listObjects(request));
    return new Page(
        listing.getObjects().stream().map(ObsStoreClient::listed).toList(),
        listing.getCommonPrefixes(),
        listing.isTruncated(),
        Optional.ofNullable(listing.getNextMarker()));
  }

  private static ListedObject listed(ObsObject object) {
    return new ListedObject(
        object.getObjectKey(),
        object.getMetadata().getContentLength(),
        ObsWords.bare(object.getMetadata().getEtag()));
  }

  @Override
  public String initiate(String bucket, String key, Attributes attributes) {
    InitiateMultipartUploadRequest request = new InitiateMultipartUploadRequest(bucket, key);
    request.setMetadata(ObsWords.metadata(attributes));
    return call(() -> obs.initiateMultipartUpload(request)).getUploadId();
  }

  @Override
  public SentPart uploadPart(String bucket, String key, String uploadId, int number, byte[] body) {
    UploadPartRequest request =
        new UploadPartRequest(bucket, key, (long) body.length, new ByteArrayInputStream(body));
    request.setUploadId(uploadId);
    request.setPartNumber(number);
    return new SentPart(
        number, ObsWords.bare(call(() -> obs.uploadPart(request)).getEtag()), Map.of());
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
        new CopyPartRequest(uploadId, sourceBucket, sourceKey, bucket, key, number);
    range.ifPresent(
        text -> {
          String[] ends = text.substring("bytes=".length()).split("-", 2);
          request.setByteRangeStart(Long.valueOf(ends[0]));
          request.setByteRangeEnd(Long.valueOf(ends[1]));
        });
    CopyPartResult result = call(() -> obs.copyPart(request));
    return new SentPart(number, ObsWords.bare(result.getEtag()), Map.of());
  }

  @Override
  public String complete(String bucket, String key, String uploadId, List<SentPart> parts) {
    // The SDK sorts the very list that it is given.
    List<PartEtag> tags = new ArrayList<>();
    parts.forEach(part -> tags.add(new PartEtag(part.eTag(), part.number())));
    CompleteMultipartUploadRequest request =
        new CompleteMultipartUploadRequest(bucket, key, uploadId, tags);
    return ObsWords.bare(call(() -> obs.completeMultipartUpload(request)).getEtag());
  }

  @Override
  public void abort(String bucket, String key, String uploadId) {
    call(() -> obs.abortMultipartUpload(new AbortMultipartUploadRequest(bucket, key, uploadId)));
  }

  @Override
  public List<ListedPart> listParts(String bucket, String key, String uploadId) {
    return call(() -> obs.listParts(new ListPartsRequest(bucket, key, uploadId)))
        .getMultipartList()
        .stream()
        .map(p -> new ListedPart(p.getPartNumber(), p.getSize(), ObsWords.bare(p.getEtag())))
        .toList();
  }

  @Override
  public List<ListedUpload> listUploads(String bucket, String prefix) {
    ListMultipartUploadsRequest request = new ListMultipartUploadsRequest(bucket);
    request.setPrefix(prefix);
    return call(() -> obs.listMultipartUploads(request)).getMultipartTaskList().stream()
        .map(u -> new ListedUpload(u.getObjectKey(), u.getUploadId()))
        .toList();
  }

  @Override
  public void close() {
    try {
      obs.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T call(Supplier<T> request) {
    try {
      return request.get();
    } catch (ObsException e) {
      throw ObsWords.failure(e);
    }
  }
}
