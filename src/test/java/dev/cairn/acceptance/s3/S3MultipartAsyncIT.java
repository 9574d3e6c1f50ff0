package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.Packaged;

class S3MultipartAsyncIT extends S3MultipartAsync implements Packaged {}
