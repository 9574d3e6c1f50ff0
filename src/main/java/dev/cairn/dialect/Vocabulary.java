package dev.cairn.dialect;

import dev.cairn.dialect.Decoded.Surplus;
import java.util.Set;

/**
 * The words of a dialect, as data for the codecs that several dialects share.
 *
 * @param headerPrefix of control headers: {@code x-amz-}
 * @param metadataPrefix of user metadata: {@code x-amz-meta-}
 * @param contentType shown for objects that were stored without one
 * @param signatureParameters query names of which a presigned URL has at least one
 * @param answered digests that are always computed and shown
 * @param surplus what becomes of bytes beyond an object's declared length
 * @param extras what else a writer may say of an object
 * @param acls words of access control lists
 */
public record Vocabulary(
    String name,
    String headerPrefix,
    String metadataPrefix,
    XmlStyle xml,
    String contentType,
    Set<String> signatureParameters,
    ETagStyle eTags,
    StorageClassWords storageClasses,
    ChecksumWords checksums,
    Limits limits,
    AnsweredDigests answered,
    Surplus surplus,
    ObjectExtras extras,
    AclWords acls) {
  public Vocabulary {
    signatureParameters = Set.copyOf(signatureParameters);
  }

  /**
   * One whose documents differ from AWS's in their namespace only.
   *
   * @param namespace of XML results; empty for none
   */
  public Vocabulary(
      String name,
      String headerPrefix,
      String metadataPrefix,
      String namespace,
      String contentType,
      Set<String> signatureParameters,
      ETagStyle eTags,
      StorageClassWords storageClasses,
      ChecksumWords checksums,
      Limits limits,
      AclWords acls) {
    this(
        name,
        headerPrefix,
        metadataPrefix,
        XmlStyle.plain(namespace),
        contentType,
        signatureParameters,
        eTags,
        storageClasses,
        checksums,
        limits,
        acls);
  }

  /** Of a dialect that answers no digest unasked. */
  public Vocabulary(
      String name,
      String headerPrefix,
      String metadataPrefix,
      XmlStyle xml,
      String contentType,
      Set<String> signatureParameters,
      ETagStyle eTags,
      StorageClassWords storageClasses,
      ChecksumWords checksums,
      Limits limits,
      AclWords acls) {
    this(
        name,
        headerPrefix,
        metadataPrefix,
        xml,
        contentType,
        signatureParameters,
        eTags,
        storageClasses,
        checksums,
        limits,
        AnsweredDigests.NONE,
        Surplus.REFUSED,
        ObjectExtras.NONE,
        acls);
  }

  /** The same words for a dialect whose writers may say more. */
  public Vocabulary with(ObjectExtras more) {
    return new Vocabulary(
        name,
        headerPrefix,
        metadataPrefix,
        xml,
        contentType,
        signatureParameters,
        eTags,
        storageClasses,
        checksums,
        limits,
        answered,
        surplus,
        more,
        acls);
  }

  /** The full name of a control header. */
  public String header(String suffix) {
    return headerPrefix + suffix;
  }
}
