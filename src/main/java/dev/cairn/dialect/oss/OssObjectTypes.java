package dev.cairn.dialect.oss;

import dev.cairn.model.ObjectKind;
import dev.cairn.model.StoredObject;

/** The kind of an object, which OSS shows: how it came to be. */
final class OssObjectTypes {
  private OssObjectTypes() {}

  static String of(StoredObject object) {
    return switch (object.kind()) {
      case ObjectKind.Normal normal -> "Normal";
      case ObjectKind.Multipart assembled -> "Multipart";
      case ObjectKind.Appendable appendable -> "Appendable";
      case ObjectKind.Symlink link -> "Symlink";
    };
  }
}
