package dev.cairn.dialect.obs;

/** The two forms in which OBS is spoken, on the same hosts and about the same objects. */
public enum ObsForm {
  /** {@code x-amz-} headers, AWS's signatures. */
  S3,
  /** {@code x-obs-} headers, the signature {@code OBS}. */
  NATIVE;

  /** The word of this form, where the two have different ones. */
  String word(String s3, String own) {
    return this == S3 ? s3 : own;
  }
}
