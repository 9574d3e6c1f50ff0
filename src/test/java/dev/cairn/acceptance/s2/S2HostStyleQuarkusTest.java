package dev.cairn.acceptance.s2;

import dev.cairn.acceptance.InJvm;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(dev.cairn.boot.RunningCairn.class)
class S2HostStyleQuarkusTest extends S2HostStyle implements InJvm {}
