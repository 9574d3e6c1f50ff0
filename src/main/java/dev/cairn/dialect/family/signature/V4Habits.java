package dev.cairn.dialect.family.signature;

/**
 * What a vendor's own signers of V4 do otherwise than AWS's.
 *
 * @param bucketMayLeadPath the bucket may stand in the canonical path of a request that has it in
 *     the Host
 * @param emptyHashMeansUnsigned the hash of nothing, sent with a body, says that the body is not
 *     signed
 * @param looseScope the scope of a signature need not name the day of the request, only one of the
 *     last seven; a date is signed in the form in which it was sent; a URL lives as long as it says
 */
public record V4Habits(
    boolean bucketMayLeadPath, boolean emptyHashMeansUnsigned, boolean looseScope) {
  /** None: as AWS. */
  public static final V4Habits AWS = new V4Habits(false, false, false);
}
