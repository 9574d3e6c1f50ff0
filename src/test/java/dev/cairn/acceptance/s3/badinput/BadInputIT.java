package dev.cairn.acceptance.s3.badinput;

import dev.cairn.acceptance.Packaged;

class BadInputIT implements AllBadInput, Packaged {}
