package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.Packaged;

class S3SignatureV2IT extends S3SignatureV2 implements Packaged {}
