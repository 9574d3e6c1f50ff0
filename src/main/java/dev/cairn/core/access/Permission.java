package dev.cairn.core.access;

/** What an operation needs to be allowed on a bucket or an object in it. */
public enum Permission {
  /** List the bucket's objects and uploads; see that it exists. */
  READ_BUCKET,
  /** Make, replace and delete the bucket's objects and uploads. */
  WRITE_BUCKET,
  READ_OBJECT,
  /** Settings of the bucket, and the bucket itself. */
  OWN_BUCKET
}
