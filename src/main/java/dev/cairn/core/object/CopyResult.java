package dev.cairn.core.object;

import dev.cairn.model.Checksum;
import dev.cairn.model.ETag;
import java.time.Instant;
import java.util.List;

/** What a copy to an object or a part became. */
public record CopyResult(ETag eTag, Instant lastModified, List<Checksum> checksums) {}
