package dev.cairn.acceptance.s2;

import dev.cairn.acceptance.Packaged;

class S2HostStyleIT extends S2HostStyle implements Packaged {}
