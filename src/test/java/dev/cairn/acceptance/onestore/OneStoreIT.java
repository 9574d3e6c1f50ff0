package dev.cairn.acceptance.onestore;

import dev.cairn.acceptance.Packaged;

class OneStoreIT extends OneStore implements Packaged {}
