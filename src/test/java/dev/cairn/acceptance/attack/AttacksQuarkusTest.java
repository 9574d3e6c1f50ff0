package dev.cairn.acceptance.attack;

import dev.cairn.acceptance.InJvm;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(dev.cairn.boot.RunningCairn.class)
class AttacksQuarkusTest implements AllAttacks, InJvm {}
