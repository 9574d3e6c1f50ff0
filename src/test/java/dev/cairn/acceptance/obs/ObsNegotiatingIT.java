package dev.cairn.acceptance.obs;

import dev.cairn.acceptance.Packaged;

class ObsNegotiatingIT extends ObsNegotiating implements Packaged {}
