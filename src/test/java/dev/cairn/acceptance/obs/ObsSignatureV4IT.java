package dev.cairn.acceptance.obs;

import dev.cairn.acceptance.Packaged;

class ObsSignatureV4IT extends ObsSignatureV4 implements Packaged {}
