package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.Packaged;

class S3HostStyleIT extends S3HostStyle implements Packaged {}
