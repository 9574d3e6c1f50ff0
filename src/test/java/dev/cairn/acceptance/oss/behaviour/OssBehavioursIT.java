package dev.cairn.acceptance.oss.behaviour;

import dev.cairn.acceptance.Packaged;

class OssBehavioursIT implements AllOssBehaviours, Packaged {}
