package dev.cairn.acceptance.oss.behaviour;

import dev.cairn.acceptance.InJvm;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(dev.cairn.boot.RunningCairn.class)
class OssBehavioursQuarkusTest implements AllOssBehaviours, InJvm {}
