package dev.cairn.acceptance.s3.badinput;

import dev.cairn.acceptance.InJvm;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(dev.cairn.boot.RunningCairn.class)
class BadInputQuarkusTest implements AllBadInput, InJvm {}
