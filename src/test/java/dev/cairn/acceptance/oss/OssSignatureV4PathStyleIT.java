package dev.cairn.acceptance.oss;

import dev.cairn.acceptance.Packaged;

class OssSignatureV4PathStyleIT extends OssSignatureV4PathStyle implements Packaged {}
