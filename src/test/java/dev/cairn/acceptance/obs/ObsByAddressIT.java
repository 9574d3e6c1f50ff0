package dev.cairn.acceptance.obs;

import dev.cairn.acceptance.Packaged;

class ObsByAddressIT extends ObsByAddress implements Packaged {}
