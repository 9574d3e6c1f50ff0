package dev.cairn.core.content;

import dev.cairn.core.body.Claims;
import dev.cairn.core.body.DigestValues;
import dev.cairn.model.StoredContent;

/** A body that was read to its end, whose claims hold, and whose bytes are durable or inline. */
public record ReceivedContent(StoredContent content, DigestValues digests, Claims claims) {
  public long size() {
    return content.size();
  }
}
