package dev.cairn.dialect.oss;

import dev.cairn.dialect.family.form.FormRules;
import dev.cairn.dialect.family.form.FormStyle;
import java.util.List;
import java.util.Optional;

/**
 * Uploads by forms as OSS has them: conditions are few, and see the key before names are put in.
 */
final class OssForms {
  static final FormRules RULES =
      new FormRules("ossaccesskeyid", Optional.empty(), Optional.empty(), true, false, true);

  static final FormStyle STYLE =
      new FormStyle(
          RULES,
          "x-oss-content-type",
          true,
          List.of("x-oss-tagging", "tagging"),
          List.of("callback*", "x-oss-callback*"),
          false,
          List.of("Bucket", "ETag", "Key", "Location"));

  private OssForms() {}
}
