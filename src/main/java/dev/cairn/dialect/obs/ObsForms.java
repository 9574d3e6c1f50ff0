package dev.cairn.dialect.obs;

import dev.cairn.dialect.family.form.FormRules;
import dev.cairn.dialect.family.form.FormStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Uploads by forms as OBS has them. */
final class ObsForms {
  private static final FormRules NATIVE =
      new FormRules(
          "accesskeyid",
          Optional.of("token"),
          Optional.of(Set.of("accesskeyid", "signature", "policy", "token")),
          false,
          true,
          false);

  private ObsForms() {}

  /** What is asked of signed forms. */
  static FormRules rules(ObsForm form) {
    return form == ObsForm.S3 ? FormRules.AWS : NATIVE;
  }

  /** Callbacks are the vendor's, and not built. */
  static FormStyle style(ObsForm form) {
    return new FormStyle(
        rules(form), "", false, List.of(), List.of("x-obs-callback*"), true, FormStyle.ELEMENTS);
  }
}
