package dev.cairn.acceptance.oss;

import dev.cairn.acceptance.Packaged;

class OssPathStyleIT extends OssPathStyle implements Packaged {}
