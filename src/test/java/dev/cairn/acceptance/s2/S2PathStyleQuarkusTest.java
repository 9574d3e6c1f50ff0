package dev.cairn.acceptance.s2;

import dev.cairn.acceptance.InJvm;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(dev.cairn.boot.RunningCairn.class)
class S2PathStyleQuarkusTest extends S2PathStyle implements InJvm {}
