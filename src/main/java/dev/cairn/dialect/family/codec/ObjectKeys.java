package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;

/** The key that a request is addressed to. */
public final class ObjectKeys {
  private ObjectKeys() {}

  public static ObjectKey of(RequestHead head) {
    return head.address().key().orElseThrow();
  }

  /** A key that is to be written: reading and deleting is always allowed. */
  public static ObjectKey writable(RequestHead head, Vocabulary words) {
    ObjectKey key = of(head);
    int limit = words.limits().keyBytes();
    int bytes = key.byteLength();
    if (bytes > limit) {
      throw new Failure.KeyTooLong(bytes, limit).exception();
    }
    return key;
  }
}
