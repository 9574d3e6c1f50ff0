package dev.cairn.acceptance.sts;

import dev.cairn.acceptance.Packaged;

class StsIT implements AllStsBehaviours, Packaged {}
