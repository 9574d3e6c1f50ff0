package dev.cairn.dialect.obs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.dialect.Operation;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests of the vendor's pages and of its SDK. */
class ObsOperationsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          S3,     HEAD,   SERVICE, apiversion,                    GetApiVersion
          S3,     HEAD,   BUCKET,  apiversion=,                   GetApiVersion
          NATIVE, HEAD,   SERVICE, apiversion,                    GetApiVersion
          NATIVE, HEAD,   BUCKET,  apiversion,                    GetApiVersion
          S3,     GET,    SERVICE, '',                            ListBuckets
          S3,     PUT,    BUCKET,  '',                            CreateBucket
          S3,     HEAD,   BUCKET,  '',                            HeadBucket
          S3,     DELETE, BUCKET,  '',                            DeleteBucket
          S3,     GET,    BUCKET,  location,                      GetBucketLocation
          S3,     GET,    BUCKET,  prefix=a&delimiter=/,          ListObjects
          S3,     GET,    BUCKET,  list-type=2,                   ListObjectsV2
          S3,     GET,    BUCKET,  versions,                      ListObjectVersions
          S3,     GET,    BUCKET,  uploads&max-uploads=3,         ListMultipartUploads
          S3,     POST,   BUCKET,  delete,                        DeleteObjects
          S3,     POST,   BUCKET,  '',                            PostObject
          S3,     POST,   OBJECT,  uploads,                       CreateMultipartUpload
          S3,     PUT,    OBJECT,  partNumber=1&uploadId=2,       UploadPart
          S3,     POST,   OBJECT,  uploadId=2,                    CompleteMultipartUpload
          S3,     DELETE, OBJECT,  uploadId=2,                    AbortMultipartUpload
          S3,     GET,    OBJECT,  uploadId=2&max-parts=1,        ListParts
          S3,     POST,   OBJECT,  restore,                       RestoreObject
          S3,     PUT,    OBJECT,  retention,                     PutObjectRetention
          S3,     GET,    BUCKET,  quota,                         GetBucketQuota
          S3,     GET,    BUCKET,  storageinfo,                   GetBucketStorageInfo
          S3,     PUT,    BUCKET,  storagePolicy,                 PutBucketStorageClass
          S3,     DELETE, BUCKET,  customdomain=a.b,              DeleteBucketCustomDomain
          NATIVE, PUT,    BUCKET,  storageClass,                  PutBucketStorageClass
          NATIVE, POST,   OBJECT,  append&position=0,             AppendObject
          NATIVE, PUT,    OBJECT,  modify&position=0,             ModifyObject
          NATIVE, PUT,    OBJECT,  truncate&length=0,             TruncateObject
          NATIVE, POST,   OBJECT,  name=new&rename,               RenameObject
          NATIVE, PUT,    OBJECT,  metadata,                      PutObjectMetadata
          NATIVE, DELETE, OBJECT,  AccessKeyId=a&Expires=1&Signature=s&x-obs-security-token=t, DeleteObject
          S3,     DELETE, OBJECT,  X-Amz-Algorithm=a&x-id=DeleteObject, DeleteObject
          """)
  void knowsOperation(ObsForm form, String method, Scope scope, String query, Operation expected) {
    ObsOperations operations = new ObsOperations(form);

    Operation operation = operations.match(method, scope, Query.parse(query), Headers.NONE);

    assertThat(operation).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "S3,     DELETE, BUCKET, something,    InvalidArgument",
    "S3,     DELETE, BUCKET, something=1,  InvalidArgument",
    "NATIVE, DELETE, OBJECT, prefix=a,     InvalidArgument",
    "NATIVE, DELETE, OBJECT, acl,          NotImplemented",
    "S3,     POST,   OBJECT, append&position=0, NotImplemented",
    "NATIVE, GET,    OBJECT, symlink,      NotImplemented",
    "S3,     GET,    BUCKET, accelerate,   NotImplemented",
  })
  void refuses(ObsForm form, String method, Scope scope, String query, String failure) {
    ObsOperations operations = new ObsOperations(form);

    FailureException thrown =
        catchThrowableOfType(
            FailureException.class,
            () -> operations.match(method, scope, Query.parse(query), Headers.NONE));

    Failure seen = thrown.failure();
    assertThat(seen.getClass().getSimpleName()).isEqualTo(failure);
  }
}
