package dev.cairn.core.content;

import dev.cairn.model.StoredContent;

/** Some consecutive bytes of stored content, at least one. */
record Piece(StoredContent content, long offset, long length) {}
