package dev.cairn.core.multipart;

import dev.cairn.core.object.Listing;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Bucket;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Part;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Uploads in progress, their parts, and the finished ones that are remembered. */
public interface UploadCatalog {
  Uni<Void> create(Bucket bucket, Upload upload);

  /** The upload in progress that has this id, in this bucket, for this key. */
  Uni<Optional<Upload>> find(Bucket bucket, ObjectKey key, UploadId id);

  /**
   * Publishes a part, replacing the one of the same number. Its {@code lastModified} is set by the
   * database and returned with it. Fails with NoSuchUpload when the upload was ended meanwhile.
   */
  Uni<Part> publishPart(UploadId upload, Part part, StoredContent content);

  /** Parts in order of their numbers, beyond {@code after}. */
  Uni<List<Part>> listParts(UploadId upload, int after, int limit);

  /**
   * Ends the upload with an object, atomically with everything that decides it.
   *
   * <p>In one transaction: locks the upload, calls {@code assemble} with it and all its parts in
   * order of their numbers, publishes the object under the condition, drops the parts that it does
   * not name, and remembers the upload as finished. {@code assemble} may throw a {@link
   * dev.cairn.model.FailureException}: nothing is changed then. When the upload is finished already
   * and remembered with the same fingerprint, its object as it was then is returned again;
   * otherwise NoSuchUpload.
   *
   * @param fingerprint of the request's list of parts
   */
  Uni<StoredObject> complete(
      Bucket bucket,
      ObjectKey key,
      UploadId id,
      byte[] fingerprint,
      WriteCondition condition,
      BiFunction<Upload, List<Part>, Assembly> assemble);

  /** Ends the upload and gives up its parts. False when there is no such upload. */
  Uni<Boolean> abort(Bucket bucket, ObjectKey key, UploadId id);

  /** A page of the bucket's uploads, by key, then by time of initiation. */
  Uni<UploadListing> list(Bucket bucket, UploadRange range);

  /** Forgets uploads that finished longer ago. Returns how many. */
  Uni<Integer> forgetFinished(java.time.Duration age);

  /**
   * Which uploads a listing wants.
   *
   * @param keyMarker uploads of keys beyond this one; empty for the begin
   * @param uploadIdMarker and, where present, also uploads of {@code keyMarker} itself that were
   *     initiated after the one of this id (an upload that is gone meanwhile still marks its place)
   */
  record UploadRange(
      String prefix,
      String delimiter,
      String keyMarker,
      Optional<UploadId> uploadIdMarker,
      int limit) {}

  /** One page of uploads; {@code page.last()} is the last key or common prefix. */
  record UploadListing(Listing<Upload> page, Optional<UploadId> lastUploadId) {}
}
