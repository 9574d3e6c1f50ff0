package dev.cairn.dialect.family.form;

import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Failure;
import dev.cairn.protocol.form.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form as its policy sees them, by their names in lower case, and the bucket, which
 * counts as one.
 */
public final class FormValues {
  static final String BUCKET = "bucket";
  private static final String FILENAME = "${filename}";

  private final Map<String, String> values = new LinkedHashMap<>();

  private FormValues() {}

  /**
   * Reads a form.
   *
   * @throws dev.cairn.model.FailureException InvalidArgument for a field that comes twice, that
   *     belongs to another vendor's signatures, that names another bucket, or that is no UTF-8
   */
  public static FormValues of(RequestHead head, FormRules rules) {
    Form form = head.form().orElseThrow();
    String bucket = head.address().bucket().orElseThrow().value();
    FormValues read = new FormValues();
    for (String name : form.fields().names()) {
      String text = form.text(name).orElseThrow();
      requireOnce(form, name);
      if (FormRules.KEY_FIELDS.contains(name) && !name.equals(rules.keyField())) {
        throw refused(name, "this field belongs to another dialect");
      }
      if (name.equals(BUCKET) && !text.equals(bucket)) {
        throw refused(name, "the form is posted to another bucket");
      }
      read.values.put(
          name, rules.templateChecked() ? text : text.replace(FILENAME, form.filename()));
    }
    read.values.put(BUCKET, bucket);
    return read;
  }

  private static void requireOnce(Form form, String name) {
    if (form.fields().all(name).size() > 1) {
      throw refused(name, "this field is given twice");
    }
  }

  private static RuntimeException refused(String name, String reason) {
    return new Failure.InvalidArgument(name, "", reason).exception();
  }

  /** Whether the form has any of these fields. */
  public boolean hasAny(String... names) {
    for (String name : names) {
      if (values.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The value of a field that must be there, and not be empty.
   *
   * @param name as the vendor spells it
   * @throws dev.cairn.model.FailureException MissingField
   */
  public String get(String name) {
    return find(name.toLowerCase(java.util.Locale.ROOT))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new Failure.MissingField(name).exception());
  }

  Iterable<String> names() {
    return values.keySet();
  }
}
