package dev.cairn.dialect.family.form;

import java.util.List;

/**
 * What PostObject does in one vendor's way and not in another's, as data.
 *
 * @param rules of its policies
 * @param ownType field that names the type of the object and goes before all others; empty: none
 * @param typeOfPart whether the type of the file's own part goes before the field Content-Type
 * @param refused fields that the vendor has as headers and not in forms, in lower case; one that
 *     ends in {@code *} means all that begin so
 * @param unbuilt fields that belong to work that is not done, as in {@code refused}; and variables
 *     in keys, {@code ${…}}, that nothing is put for
 * @param laterFilesDropped whether further files are none of anybody's business; else refused
 * @param elements of the document that status 201 answers, in order
 */
public record FormStyle(
    FormRules rules,
    String ownType,
    boolean typeOfPart,
    List<String> refused,
    List<String> unbuilt,
    boolean laterFilesDropped,
    List<String> elements) {
  /** Those of AWS's documents. */
  public static final List<String> ELEMENTS = List.of("Location", "Bucket", "Key", "ETag");

  /** AWS's own. */
  public static final FormStyle AWS =
      new FormStyle(FormRules.AWS, "", false, List.of(), List.of(), false, ELEMENTS);

  public FormStyle {
    refused = List.copyOf(refused);
    unbuilt = List.copyOf(unbuilt);
    elements = List.copyOf(elements);
  }
}
