package dev.cairn.core.access;

/** What an operation needs to be allowed on a bucket or an object in it. */
public enum Permission {
  /** List the bucket's objects and uploads; see that it exists. */
  READ_BUCKET,
  /** Make, replace and delete the bucket's objects and uploads. */
  WRITE_BUCKET,
  /** Read the bucket's access control list. */
  READ_BUCKET_ACL,
  /** Set the bucket's access control list. */
  WRITE_BUCKET_ACL,
  /** Settings of the bucket and of the objects in it, and the bucket itself. */
  OWN_BUCKET,
  /** Read an object; the object that is found decides. */
  READ_OBJECT,
  /** Read an object's access control list; the object that is found decides. */
  READ_OBJECT_ACL,
  /** Set an object's access control list; the object that is found decides. */
  WRITE_OBJECT_ACL,
  /** See an upload and end it; who began it decides. */
  OWN_UPLOAD
}
