package dev.cairn.acceptance.oss;

import dev.cairn.acceptance.Packaged;

class OssHostStyleIT extends OssHostStyle implements Packaged {}
