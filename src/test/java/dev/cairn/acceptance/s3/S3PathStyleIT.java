package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.Packaged;

class S3PathStyleIT extends S3PathStyle implements Packaged {}
