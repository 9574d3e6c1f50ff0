package dev.cairn.dialect.oss;

import dev.cairn.model.StoredObject;

/** The kind of an object, which OSS shows: how it came to be. */
final class OssObjectTypes {
  private OssObjectTypes() {}

  static String of(StoredObject object) {
    return object.parts() > 0 ? "Multipart" : "Normal";
  }
}
