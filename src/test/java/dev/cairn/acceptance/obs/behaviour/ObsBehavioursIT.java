package dev.cairn.acceptance.obs.behaviour;

import dev.cairn.acceptance.Packaged;

class ObsBehavioursIT implements AllObsBehaviours, Packaged {}
