package dev.cairn.acceptance.obs;

import dev.cairn.acceptance.Packaged;

class ObsSignatureV2IT extends ObsSignatureV2 implements Packaged {}
