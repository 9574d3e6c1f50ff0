package dev.cairn.dialect.oss;

import dev.cairn.dialect.ETagStyle;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.StoredObject;

/** Entity tags as OSS shows them: that of an appendable object is 32 digits and nothing more. */
final class OssETags {
  private final ETagStyle style;

  OssETags(Vocabulary words) {
    this.style = words.eTags();
  }

  String header(StoredObject object) {
    return style.header(of(object));
  }

  String xml(StoredObject object) {
    return style.xml(of(object));
  }

  private static ETag of(StoredObject object) {
    return object.kind() instanceof ObjectKind.Appendable ? object.eTag().digest() : object.eTag();
  }
}
