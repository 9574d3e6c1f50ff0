package dev.cairn.acceptance.s2;

import dev.cairn.acceptance.Packaged;

class S2PathStyleIT extends S2PathStyle implements Packaged {}
