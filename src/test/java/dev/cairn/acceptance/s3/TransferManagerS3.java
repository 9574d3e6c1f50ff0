package dev.cairn.acceptance.s3;

import java.nio.file.Path;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** Uploads, downloads and copies through the Transfer Manager; the rest as the client below it. */
final class TransferManagerS3 extends MultipartS3 {
  private final S3TransferManager transfers;

  TransferManagerS3(S3AsyncClient client) {
    super(client);
    transfers = S3TransferManager.builder().s3Client(client).build();
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    return await(
            transfers
                .upload(u -> u.putObjectRequest(request).requestBody(async(body)))
                .completionFuture())
        .response();
  }

  @Override
  protected GetObjectResponse download(GetObjectRequest request, Path file) {
    return await(
            transfers
                .downloadFile(d -> d.getObjectRequest(request).destination(file))
                .completionFuture())
        .response();
  }

  @Override
  public CopyObjectResponse copyObject(CopyObjectRequest request) {
    return await(transfers.copy(c -> c.copyObjectRequest(request)).completionFuture()).response();
  }

  @Override
  public void close() {
    transfers.close();
    super.close();
  }
}
