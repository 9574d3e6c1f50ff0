package dev.cairn.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that a request can fail of, as facts: no status, no code, no prose. Each dialect
 * renders every one in an exhaustive switch.
 */
public sealed interface Failure {

  /** Throws this failure. */
  default FailureException exception() {
    return new FailureException(this);
  }

  // --- what was asked for -------------------------------------------------------------------

  /** A sub-resource or operation that is known or looks like one, and that this service lacks. */
  record NotImplemented(String what) implements Failure {}

  /**
   * The method exists, but not on this kind of resource.
   *
   * @param allowed the methods that it has
   */
  record MethodNotAllowed(String method, String resource, SortedSet<String> allowed)
      implements Failure {
    public MethodNotAllowed {
      allowed = Collections.unmodifiableSortedSet(new TreeSet<>(allowed));
    }
  }

  /** The request target cannot be read: bad percent-encoding, invalid UTF-8. */
  record InvalidUri(String target) implements Failure {}

  /** A parameter or header has a value that it may not have. */
  record InvalidArgument(String name, String value, String reason) implements Failure {}

  /** A parameter that the operation cannot do without. */
  record MissingArgument(String name) implements Failure {}

  /** The request as a whole makes no sense. */
  record InvalidRequest(String reason) implements Failure {}

  record InvalidBucketName(String name) implements Failure {}

  record KeyTooLong(int bytes, int limit) implements Failure {}

  /** A key that the dialect never gives to an object, however short. */
  record InvalidKey(ObjectKey key, String reason) implements Failure {}

  record MetadataTooLarge(int bytes, int limit) implements Failure {}

  record InvalidStorageClass(String word) implements Failure {}

  /** A tag that the dialect does not let an object have, or one of two with the same key. */
  record InvalidTag(String key, String value, String reason) implements Failure {}

  record TooManyTags(int limit) implements Failure {}

  /** A redirect of a website that leads nowhere, or that is too long. */
  record InvalidRedirectLocation(String location, String reason) implements Failure {}

  /** An encryption that nobody knows, or that the dialect does not have. */
  record InvalidEncryptionAlgorithm(String word) implements Failure {}

  record InvalidLocationConstraint(String region) implements Failure {}

  record InvalidRange(String range, long size) implements Failure {}

  /** {@code partNumber} of a read names a part that the object does not have. */
  record InvalidPartNumber(int asked, int parts) implements Failure {}

  /** Header section or request line beyond what the server reads. */
  record HeadersTooLarge(int limit) implements Failure {}

  // --- who asks ------------------------------------------------------------------------------

  /** What is wrong with who asks, or with the proof of it. */
  sealed interface OfCaller extends Failure {}

  record AccessDenied(String reason) implements OfCaller {}

  /** Nobody signed the read, whose parameters choose headers of its answer. */
  record AnonymousOverrides() implements OfCaller {}

  /** Something is granted to an e-mail address that so many accounts have: none, or several. */
  record UnresolvableGrantee(String email, int accounts) implements OfCaller {}

  record UnknownAccessKey(String accessKeyId) implements OfCaller {}

  /** The signature is well-formed and wrong. {@code canonicalRequest} is empty for V2. */
  record SignatureMismatch(
      String accessKeyId, String provided, String stringToSign, Optional<String> canonicalRequest)
      implements OfCaller {}

  /** The Authorization header cannot be read, or its scope is not ours. */
  record MalformedAuthorization(String reason, Optional<String> expectedRegion)
      implements OfCaller {}

  /** The presigned parameters cannot be read, or their scope is not ours. */
  record MalformedPresignedUrl(String reason, Optional<String> expectedRegion)
      implements OfCaller {}

  /** A required header of a signed request is missing. */
  record MissingHeader(String name) implements OfCaller {}

  record RequestTimeSkewed(Instant requestTime, Instant serverTime, Duration allowed)
      implements OfCaller {}

  record PresignedUrlExpired(Instant expiredAt, Instant serverTime) implements OfCaller {}

  /** A security token that is unknown here, or that does not belong to the access key. */
  record InvalidToken() implements OfCaller {}

  /** A security token that was good until then. */
  record ExpiredToken(Instant expiredAt, Instant serverTime) implements OfCaller {}

  /** A security token came with a long-lived access key, which has none. */
  record UnexpectedToken(String accessKeyId) implements OfCaller {}

  /** The token service is asked for an action that it does not have; empty: for none. */
  record UnknownAction(Optional<String> action) implements OfCaller {}

  /** An access policy that cannot be read, or that says what nobody could hold anyone to. */
  record MalformedPolicy(String reason) implements OfCaller {}

  record PolicyTooLarge(int characters, int limit) implements OfCaller {}

  // --- what there is -------------------------------------------------------------------------

  record NoSuchBucket(BucketName bucket) implements Failure {}

  record NoSuchKey(ObjectKey key) implements Failure {}

  record NoSuchVersion(ObjectKey key, String version) implements Failure {}

  record NoSuchUpload(String uploadId) implements Failure {}

  /** The object has no tags. */
  record NoSuchTagSet(ObjectKey key) implements Failure {}

  record BucketAlreadyExists(BucketName bucket) implements Failure {}

  record BucketAlreadyOwnedByYou(BucketName bucket) implements Failure {}

  record BucketNotEmpty(BucketName bucket) implements Failure {}

  /** An archived object that would have to be restored first. */
  record InvalidObjectState(ObjectKey key, StorageClass storageClass) implements Failure {}

  /** An object that need not be restored. */
  record NotArchived(ObjectKey key, StorageClass storageClass) implements Failure {}

  record RestoreInProgress(ObjectKey key) implements Failure {}

  /** A restoration that was to end earlier than it does. */
  record RestorationShortened(ObjectKey key) implements Failure {}

  /** {@code condition} is the name of the header that does not hold. */
  record PreconditionFailed(String condition) implements Failure {}

  /** A read's condition says that the reader has it already. */
  record NotModified(StoredObject object) implements Failure {}

  // --- appending and links ------------------------------------------------------------------

  /**
   * An append at another place than the object's end.
   *
   * @param length of the object, 0 where there is none
   */
  record PositionNotEqualToLength(ObjectKey key, long position, long length) implements Failure {}

  /** The object cannot be appended to, or not any more. */
  record ObjectNotAppendable(ObjectKey key, String reason) implements Failure {}

  /** The object would be too large after the append. */
  record AppendTooLarge(long proposed, long limit) implements Failure {}

  /** The dialect does not copy objects that can be appended to. */
  record SourceNotCopyable(ObjectKey key) implements Failure {}

  record NotSymlink(ObjectKey key) implements Failure {}

  record SymlinkTargetNotExist(ObjectKey key, ObjectKey target) implements Failure {}

  /** The target of a link is a link itself. */
  record InvalidTargetType(ObjectKey key, ObjectKey target) implements Failure {}

  // --- bodies --------------------------------------------------------------------------------

  /** What is wrong with the bytes after the head. */
  sealed interface OfBody extends Failure {}

  record MissingContentLength() implements OfBody {}

  record EntityTooLarge(long proposed, long limit) implements OfBody {}

  /** A document body beyond what its operation reads. */
  record DocumentTooLarge(int limit) implements OfBody {}

  record IncompleteBody(long expected, long received) implements OfBody {}

  /** Bytes beyond the declared end of the body. */
  record BodyTooLong(long declared) implements OfBody {}

  /** No byte arrived for this long. */
  record BodyTimeout(Duration silence) implements OfBody {}

  /** The client is gone; nobody reads the answer. */
  record ClientGone() implements OfBody {}

  /** A Content-MD5 that is no base64 of 16 bytes. */
  record InvalidDigest(String value) implements OfBody {}

  /** The bytes do not have the digest that was claimed. {@code claim} says where it was claimed. */
  record BadDigest(Claim claim, DigestAlgorithm algorithm, byte[] expected, byte[] actual)
      implements OfBody {
    /** Where a client claims a digest of the body. */
    public enum Claim {
      CONTENT_MD5,
      CHECKSUM,
      PAYLOAD_HASH
    }
  }

  /** aws-chunked framing that cannot be read. */
  record MalformedChunk(String reason) implements OfBody {}

  /** A signed chunk, not the last, below the minimum. */
  record ChunkTooSmall(int index, long size, long minimum) implements OfBody {}

  record MalformedTrailer(String reason) implements OfBody {}

  record MalformedXml(String reason) implements OfBody {}

  /** A document that is no access control list, or says what no list may say. */
  record MalformedAcl(String reason) implements OfBody {}

  /** A body beside a header that says all there is to say. */
  record UnexpectedBody(String header) implements OfBody {}

  /** A document body is required and was not sent. */
  record MissingBody() implements OfBody {}

  // --- forms ---------------------------------------------------------------------------------

  /** What is wrong with a form: an upload by {@code multipart/form-data}. */
  sealed interface OfForm extends Failure {}

  /** A form is expected, and the body says that it is something else. */
  record NotAForm() implements OfForm {}

  /** A {@code multipart/form-data} body that cannot be read. */
  record MalformedForm(String reason) implements OfForm {}

  /** What stands around the file of a form is longer than is read, in bytes. */
  record FormTooLarge(int limit) implements OfForm {}

  /** A form without a field that it must have. */
  record MissingField(String name) implements OfForm {}

  /** A form that has another number of files than one. */
  record NotOneFile(int files) implements OfForm {}

  /** A form's policy that cannot be read, or that does not say what it must. */
  record InvalidPolicy(String reason) implements OfForm {}

  /** A form that its policy does not allow, or not any more. */
  record PolicyNotMet(String reason) implements OfForm {}

  /** The file of a form is longer than its policy or the service allows, in bytes. */
  record FileTooLarge(long proposed, long limit) implements OfForm {}

  /** The file of a form is shorter than its policy asks for, in bytes. */
  record FileTooSmall(long proposed, long minimum) implements OfForm {}

  // --- multipart -----------------------------------------------------------------------------

  record InvalidPart(String uploadId, int partNumber, String eTag) implements Failure {}

  record InvalidPartOrder(String uploadId) implements Failure {}

  record PartTooSmall(int partNumber, long size, long minimum, String eTag) implements Failure {}

  // --- ourselves -----------------------------------------------------------------------------

  /** The disk has no room for the bytes. */
  record NoSpace() implements Failure {}

  /** A part of the service that comes back does not answer: the database, say. Worth a retry. */
  record Unavailable(String what, Duration retryAfter) implements Failure {}

  /** More requests came over one connection than may come in a second. */
  record TooManyRequests(int perSecond, Duration retryAfter) implements Failure {}

  /** Anything unexpected; the cause is in the log. */
  record Internal() implements Failure {}
}
