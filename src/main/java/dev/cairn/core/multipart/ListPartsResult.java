package dev.cairn.core.multipart;

import dev.cairn.model.Part;
import dev.cairn.model.Upload;
import java.util.List;

/** A page of parts in order of their numbers. */
public record ListPartsResult(Upload upload, List<Part> parts, boolean truncated) {
  public ListPartsResult {
    parts = List.copyOf(parts);
  }
}
