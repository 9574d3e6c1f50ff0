package dev.cairn.dialect.family;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.model.Failure;

/**
 * What is wrong with a form, in AWS's words: the vendors took them over, but for some codes.
 *
 * @param notForm code of a body that is no form
 * @param tooLarge code of a form with too much around its file
 * @param noKey code of a form that names no key
 * @param notOneFile code of a form that has no file, or several
 */
public record FormErrors(String notForm, String tooLarge, String noKey, String notOneFile) {
  /** Those of AWS. */
  public static final FormErrors AWS =
      new FormErrors(
          "RequestIsNotMultiPartContent",
          "MaxPostPreDataLengthExceededError",
          "UserKeyMustBeSpecified",
          "IncorrectNumberOfFilesInPostRequest");

  private static final String ARGUMENT = "ArgumentName";
  private static final String ARGUMENT_VALUE = "ArgumentValue";

  public WireError of(Failure.OfForm failure) {
    return switch (failure) {
      case Failure.NotAForm f ->
          error(400, notForm, "Bucket POST must be of the enclosure-type multipart/form-data.");
      case Failure.MalformedForm f ->
          error(
              400,
              "MalformedPOSTRequest",
              "The body of your POST request is not well-formed multipart/form-data: "
                  + f.reason());
      case Failure.FormTooLarge f ->
          error(400, tooLarge, "What stands around the upload file in your POST is too large.")
              .with("MaxSizeAllowed", f.limit());
      case Failure.MissingField f ->
          error(
                  400,
                  f.name().equals("key") ? noKey : "InvalidArgument",
                  "Bucket POST must contain a field named '"
                      + f.name()
                      + "'. If it is specified, please check the order of the fields.")
              .with(ARGUMENT, f.name())
              .with(ARGUMENT_VALUE, "");
      case Failure.NotOneFile f ->
          error(400, notOneFile, "POST requires exactly one file upload per request.")
              .with(ARGUMENT, "file")
              .with(ARGUMENT_VALUE, f.files());
      case Failure.InvalidPolicy f ->
          error(400, "InvalidPolicyDocument", "Invalid Policy: " + f.reason());
      case Failure.PolicyNotMet f ->
          error(403, "AccessDenied", "Invalid according to Policy: " + f.reason());
      case Failure.FileTooLarge f ->
          error(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
              .with("ProposedSize", f.proposed())
              .with("MaxSizeAllowed", f.limit());
      case Failure.FileTooSmall f ->
          error(
                  400,
                  "EntityTooSmall",
                  "Your proposed upload is smaller than the minimum allowed size")
              .with("ProposedSize", f.proposed())
              .with("MinSizeAllowed", f.minimum());
    };
  }
}
