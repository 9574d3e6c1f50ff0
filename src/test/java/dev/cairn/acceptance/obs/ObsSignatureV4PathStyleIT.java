package dev.cairn.acceptance.obs;

import dev.cairn.acceptance.Packaged;

class ObsSignatureV4PathStyleIT extends ObsSignatureV4PathStyle implements Packaged {}
