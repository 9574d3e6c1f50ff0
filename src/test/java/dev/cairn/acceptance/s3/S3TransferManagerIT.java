package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.Packaged;

class S3TransferManagerIT extends S3TransferManager implements Packaged {}
