package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.Packaged;

class S3AsyncIT extends S3Async implements Packaged {}
