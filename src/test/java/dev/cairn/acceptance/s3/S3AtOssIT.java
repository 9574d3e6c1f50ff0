package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.Packaged;

class S3AtOssIT extends S3AtOss implements Packaged {}
