package dev.cairn.core.bucket;

import dev.cairn.core.Input;
import dev.cairn.core.access.AccessControl;

/** The access control list of the authorised bucket. */
public record GetBucketAcl() implements Input<AccessControl> {}
