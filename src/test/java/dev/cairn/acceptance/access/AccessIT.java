package dev.cairn.acceptance.access;

import dev.cairn.acceptance.Packaged;

class AccessIT implements AllAccessBehaviours, Packaged {}
