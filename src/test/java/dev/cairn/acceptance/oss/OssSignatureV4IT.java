package dev.cairn.acceptance.oss;

import dev.cairn.acceptance.Packaged;

class OssSignatureV4IT extends OssSignatureV4 implements Packaged {}
