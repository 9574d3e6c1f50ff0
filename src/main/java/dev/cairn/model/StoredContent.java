package dev.cairn.model;

import java.util.Objects;

/** Where the bytes of an object or of a part are kept. */
public sealed interface StoredContent {
  /** Number of bytes. */
  long size();

  /** Bytes small enough to live in the catalog's row: one commit makes them durable. */
  record Inline(byte[] bytes) implements StoredContent {
    public static final Inline EMPTY = new Inline(new byte[0]);

    @Override
    public long size() {
      return bytes.length;
    }
  }

  /** All bytes of one blob. */
  record Blob(BlobId id, long size) implements StoredContent {
    public Blob {
      Objects.requireNonNull(id, "id");
    }
  }
}
