package dev.cairn.acceptance.s2.behaviour;

import dev.cairn.acceptance.InJvm;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(dev.cairn.boot.RunningCairn.class)
class S2BehavioursQuarkusTest implements AllS2Behaviours, InJvm {}
