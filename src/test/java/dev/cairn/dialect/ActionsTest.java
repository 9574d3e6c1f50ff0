package dev.cairn.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActionsTest {
  @ParameterizedTest
  @CsvSource({
    "ListBuckets, s3:ListAllMyBuckets",
    "CreateBucket, s3:CreateBucket",
    "DeleteBucket, s3:DeleteBucket",
    "HeadBucket, s3:ListBucket",
    "ListObjects, s3:ListBucket",
    "ListObjectsV2, s3:ListBucket",
    "GetBucketLocation, s3:GetBucketLocation",
    "PutObject, s3:PutObject",
    "PostObject, s3:PutObject",
    "AppendObject, s3:PutObject",
    "CopyObject, s3:PutObject",
    "GetObject, s3:GetObject",
    "HeadObject, s3:GetObject",
    "DeleteObject, s3:DeleteObject",
    "CreateMultipartUpload, s3:PutObject",
    "UploadPart, s3:PutObject",
    "UploadPartCopy, s3:PutObject",
    "CompleteMultipartUpload, s3:PutObject",
    "AbortMultipartUpload, s3:AbortMultipartUpload",
    "ListParts, s3:ListMultipartUploadParts",
    "ListMultipartUploads, s3:ListBucketMultipartUploads",
    "GetObjectAcl, s3:GetObjectAcl",
    "PutObjectAcl, s3:PutObjectAcl",
    "GetBucketAcl, s3:GetBucketAcl",
    "PutBucketAcl, s3:PutBucketAcl",
    "GetBucketVersioning, s3:GetBucketVersioning",
    "GetBucketCors, s3:GetBucketCORS",
    "PutBucketCors, s3:PutBucketCORS",
    "DeleteBucketPolicy, s3:DeleteBucketPolicy",
    "RestoreObject, s3:RestoreObject",
    "PutObjectTagging, s3:PutObjectTagging"
  })
  void areCalledAsPoliciesCallThem(Operation operation, String action) {
    assertThat(Actions.of(operation)).contains(action);
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationHasOneOrJudgesForItself(Operation operation) {
    assertThat(Actions.of(operation).orElse("s3:None")).matches("s3:[A-Za-z]+");
  }

  @ParameterizedTest
  @EnumSource(names = {"DeleteObjects", "AssumeRole", "GetSessionToken", "GetCallerIdentity"})
  void someJudgeForThemselves(Operation operation) {
    assertThat(Actions.of(operation)).isEmpty();
  }
}
