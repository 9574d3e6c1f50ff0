package dev.cairn.acceptance.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** The asynchronous client behind the synchronous interface: the suite is written once. */
class BlockingS3 implements S3Client {
  private static final long PATIENCE_SECONDS = 120;

  protected final S3AsyncClient async;

  BlockingS3(S3AsyncClient async) {
    this.async = async;
  }

  @Override
  public CreateBucketResponse createBucket(CreateBucketRequest request) {
    return await(async.createBucket(request));
  }

  @Override
  public DeleteBucketResponse deleteBucket(DeleteBucketRequest request) {
    return await(async.deleteBucket(request));
  }

  @Override
  public HeadBucketResponse headBucket(HeadBucketRequest request) {
    return await(async.headBucket(request));
  }

  @Override
  public ListBucketsResponse listBuckets(ListBucketsRequest request) {
    return await(async.listBuckets(request));
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    return await(async.putObject(request, async(body)));
  }

  @Override
  public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
    return await(async.getObject(request, AsyncResponseTransformer.toBytes()));
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    return await(async.headObject(request));
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    return await(async.deleteObject(request));
  }

  @Override
  public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
    return await(async.deleteObjects(request));
  }

  @Override
  public CopyObjectResponse copyObject(CopyObjectRequest request) {
    return await(async.copyObject(request));
  }

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
    return await(async.listObjectsV2(request));
  }

  @Override
  public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest request) {
    return await(async.createMultipartUpload(request));
  }

  @Override
  public UploadPartResponse uploadPart(UploadPartRequest request, RequestBody body) {
    return await(async.uploadPart(request, async(body)));
  }

  @Override
  public UploadPartCopyResponse uploadPartCopy(UploadPartCopyRequest request) {
    return await(async.uploadPartCopy(request));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      CompleteMultipartUploadRequest request) {
    return await(async.completeMultipartUpload(request));
  }

  @Override
  public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest request) {
    return await(async.abortMultipartUpload(request));
  }

  @Override
  public ListPartsResponse listParts(ListPartsRequest request) {
    return await(async.listParts(request));
  }

  @Override
  public ListMultipartUploadsResponse listMultipartUploads(ListMultipartUploadsRequest request) {
    return await(async.listMultipartUploads(request));
  }

  @Override
  public String serviceName() {
    return async.serviceName();
  }

  @Override
  public void close() {
    async.close();
  }

  protected static AsyncRequestBody async(RequestBody body) {
    try (InputStream in = body.contentStreamProvider().newStream()) {
      return AsyncRequestBody.fromBytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The result; a request that is never answered fails its test instead of the whole run. */
  protected static <T> T await(CompletableFuture<T> future) {
    try {
      return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
