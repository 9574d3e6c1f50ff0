package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** The AWS SDK for Java 2, its synchronous client. */
public class AwsSyncStoreClient implements StoreClient {
  private final S3Client s3;

  public AwsSyncStoreClient(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public void createBucket(String bucket) {
    call(() -> s3.createBucket(r -> r.bucket(bucket)));
  }

  @Override
  public void deleteBucket(String bucket) {
    call(() -> s3.deleteBucket(r -> r.bucket(bucket)));
  }

  @Override
  public boolean bucketExists(String bucket) {
    try {
      call(() -> s3.headBucket(r -> r.bucket(bucket)));
      return true;
    } catch (StoreException e) {
      if (e.status() == 404) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public List<String> listBuckets() {
    return call(s3::listBuckets).buckets().stream().map(Bucket::name).toList();
  }

  @Override
  public String put(String bucket, String key, byte[] body, Attributes attributes) {
    return AwsWords.bare(
        call(() ->
                s3.putObject(
                    r -> AwsWords.describe(r.bucket(bucket).key(key), attributes),
                    RequestBody.fromBytes(body)))
            .eTag());
  }

  @Override
  public Fetched get(String bucket, String key) {
    return fetched(call(() -> s3.getObjectAsBytes(r -> r.bucket(bucket).key(key))));
  }

  @Override
  public Fetched getRange(String bucket, String key, long first, long last) {
    return fetched(
        call(
            () ->
                s3.getObjectAsBytes(
                    r -> r.bucket(bucket).key(key).range("bytes=" + first + "-" + last))));
  }

  private static Fetched fetched(ResponseBytes<GetObjectResponse> response) {
    return new Fetched(response.asByteArray(), AwsWords.described(response.response()));
  }

  @Override
  public Described head(String bucket, String key) {
    HeadObjectResponse response = call(() -> s3.headObject(r -> r.bucket(bucket).key(key)));
    return AwsWords.described(response);
  }

  @Override
  public void delete(String bucket, String key) {
    call(() -> s3.deleteObject(r -> r.bucket(bucket).key(key)));
  }

  @Override
  public void deleteAll(String bucket, List<String> keys) {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    call(() -> s3.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(objects))));
  }

  @Override
  public String copy(String sourceBucket, String sourceKey, String bucket, String key) {
    return AwsWords.bare(
        call(() ->
                s3.copyObject(
                    r ->
                        r.sourceBucket(sourceBucket)
                            .sourceKey(sourceKey)
                            .destinationBucket(bucket)
                            .destinationKey(key)))
            .copyObjectResult()
            .eTag());
  }

  @Override
  public Page list(
      String bucket, String prefix, String delimiter, Optional<String> marker, int limit) {
    ListObjectsV2Response response =
        call(
            () ->
                s3.listObjectsV2(
                    r -> {
                      r.bucket(bucket).prefix(prefix).maxKeys(limit);
                      if (!delimiter.isEmpty()) {
                        r.delimiter(delimiter);
                      }
                      marker.ifPresent(r::continuationToken);
                    }));
    return new Page(
        response.contents().stream()
            .map(o -> new ListedObject(o.key(), o.size(), AwsWords.bare(o.eTag())))
            .toList(),
        response.commonPrefixes().stream().map(CommonPrefix::prefix).toList(),
        response.isTruncated(),
        Optional.ofNullable(response.nextContinuationToken()));
  }

  @Override
  public String initiate(String bucket, String key, Attributes attributes) {
    return call(() ->
            s3.createMultipartUpload(r -> AwsWords.describe(r.bucket(bucket).key(key), attributes)))
        .uploadId();
  }

  @Override
  public SentPart uploadPart(String bucket, String key, String uploadId, int number, byte[] body) {
    UploadPartResponse response =
        call(
            () ->
                s3.uploadPart(
                    r -> r.bucket(bucket).key(key).uploadId(uploadId).partNumber(number),
                    RequestBody.fromBytes(body)));
    Map<String, String> checksums = new HashMap<>();
    Optional.ofNullable(response.checksumCRC32()).ifPresent(c -> checksums.put("CRC32", c));
    return new SentPart(number, AwsWords.bare(response.eTag()), checksums);
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
    CopyPartResult result =
        call(() ->
                s3.uploadPartCopy(
                    r ->
                        r.sourceBucket(sourceBucket)
                            .sourceKey(sourceKey)
                            .copySourceRange(range.orElse(null))
                            .destinationBucket(bucket)
                            .destinationKey(key)
                            .uploadId(uploadId)
                            .partNumber(number)))
            .copyPartResult();
    Map<String, String> checksums = new HashMap<>();
    Optional.ofNullable(result.checksumCRC32()).ifPresent(c -> checksums.put("CRC32", c));
    return new SentPart(number, AwsWords.bare(result.eTag()), checksums);
  }

  @Override
  public String complete(String bucket, String key, String uploadId, List<SentPart> parts) {
    List<CompletedPart> completed = parts.stream().map(AwsWords::completed).toList();
    return AwsWords.bare(
        call(() ->
                s3.completeMultipartUpload(
                    r ->
                        r.bucket(bucket)
                            .key(key)
                            .uploadId(uploadId)
                            .multipartUpload(m -> m.parts(completed))))
            .eTag());
  }

  @Override
  public void abort(String bucket, String key, String uploadId) {
    call(() -> s3.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(uploadId)));
  }

  @Override
  public List<ListedPart> listParts(String bucket, String key, String uploadId) {
    return call(
        () ->
            s3
                .listPartsPaginator(r -> r.bucket(bucket).key(key).uploadId(uploadId))
                .parts()
                .stream()
                .map(p -> new ListedPart(p.partNumber(), p.size(), AwsWords.bare(p.eTag())))
                .toList());
  }

  @Override
  public List<ListedUpload> listUploads(String bucket, String prefix) {
    return call(
        () ->
            s3
                .listMultipartUploadsPaginator(r -> r.bucket(bucket).prefix(prefix))
                .uploads()
                .stream()
                .map(u -> new ListedUpload(u.key(), u.uploadId()))
                .toList());
  }

  @Override
  public void close() {
    s3.close();
  }

  private static <T> T call(Supplier<T> request) {
    try {
      return request.get();
    } catch (S3Exception e) {
      throw AwsWords.failure(e);
    }
  }
}
