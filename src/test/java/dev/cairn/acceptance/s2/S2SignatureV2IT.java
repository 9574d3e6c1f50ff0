package dev.cairn.acceptance.s2;

import dev.cairn.acceptance.Packaged;

class S2SignatureV2IT extends S2SignatureV2 implements Packaged {}
