package dev.cairn.acceptance.s3;

import dev.cairn.acceptance.InJvm;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(dev.cairn.boot.RunningCairn.class)
class S3AtOssQuarkusTest extends S3AtOss implements InJvm {}
