package dev.cairn.acceptance.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.FileTransformerConfiguration;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The client that splits transfers into parts by itself. Downloads go to a file: into memory,
 * version 2.42 of the SDK never ends the download of an empty object.
 */
class MultipartS3 extends BlockingS3 {
  MultipartS3(S3AsyncClient async) {
    super(async);
  }

  @Override
  public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
    try {
      Path file = Files.createTempFile("cairn", ".download");
      try {
        GetObjectResponse response = download(request, file);
        return ResponseBytes.fromByteArray(response, Files.readAllBytes(file));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  protected GetObjectResponse download(GetObjectRequest request, Path file) {
    return await(
        async.getObject(
            request,
            AsyncResponseTransformer.toFile(
                file, FileTransformerConfiguration.defaultCreateOrReplaceExisting())));
  }
}
