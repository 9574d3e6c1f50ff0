package dev.cairn.acceptance.s2.behaviour;

import dev.cairn.acceptance.Packaged;

class S2BehavioursIT implements AllS2Behaviours, Packaged {}
