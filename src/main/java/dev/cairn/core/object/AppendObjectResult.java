package dev.cairn.core.object;

import dev.cairn.model.ETag;
import dev.cairn.model.StoredObject;

/**
 * @param object as a whole; its size is the position of the next append
 * @param appended the MD5 of the bytes that were added
 */
public record AppendObjectResult(StoredObject object, ETag appended) {}
