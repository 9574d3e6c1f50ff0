package dev.cairn.acceptance.obs;

import dev.cairn.acceptance.Packaged;

class ObsNativePathStyleIT extends ObsNativePathStyle implements Packaged {}
