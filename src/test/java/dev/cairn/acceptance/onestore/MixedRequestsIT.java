package dev.cairn.acceptance.onestore;

import dev.cairn.acceptance.Packaged;

class MixedRequestsIT implements MixedRequests, Packaged {}
