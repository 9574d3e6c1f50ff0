package dev.cairn.core.object;

import dev.cairn.model.Checksum;
import dev.cairn.model.ETag;
import java.time.Instant;
import java.util.List;

/**
 * @param checksums those that the client claimed or the dialect wanted, MD5 excepted
 */
public record PutObjectResult(
    ETag eTag, Instant lastModified, long size, List<Checksum> checksums) {}
