package dev.cairn.core.object;

import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.StoredObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Conditions on an object that is read or copied from.
 *
 * @param ifMatch one of these; an empty list inside means any ({@code *})
 * @param ifNoneMatch none of these; an empty list inside means any ({@code *})
 */
public record ReadConditions(
    Optional<List<ETag>> ifMatch,
    Optional<List<ETag>> ifNoneMatch,
    Optional<Instant> ifModifiedSince,
    Optional<Instant> ifUnmodifiedSince) {
  public static final ReadConditions NONE =
      new ReadConditions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Precedence of RFC 9110 and S3: If-Match overrides If-Unmodified-Since, If-None-Match overrides
   * If-Modified-Since.
   *
   * @throws dev.cairn.model.FailureException {@link Failure.PreconditionFailed}, or {@link
   *     Failure.NotModified} when the reader has the object already
   */
  public void check(StoredObject object) {
    if (ifMatch.isPresent()) {
      if (!matches(ifMatch.get(), object)) {
        throw new Failure.PreconditionFailed("If-Match").exception();
      }
    } else if (ifUnmodifiedSince.isPresent() && modifiedSince(ifUnmodifiedSince.get(), object)) {
      throw new Failure.PreconditionFailed("If-Unmodified-Since").exception();
    }
    if (ifNoneMatch.isPresent()) {
      if (matches(ifNoneMatch.get(), object)) {
        throw new Failure.NotModified(object).exception();
      }
    } else if (ifModifiedSince.isPresent() && !modifiedSince(ifModifiedSince.get(), object)) {
      throw new Failure.NotModified(object).exception();
    }
  }

  private static boolean matches(List<ETag> tags, StoredObject object) {
    return tags.isEmpty() || tags.stream().anyMatch(object::hasETag);
  }

  // HTTP dates have whole seconds: an object of 12:00:00.7 was not modified since 12:00:00.
  private static boolean modifiedSince(Instant date, StoredObject object) {
    return object.lastModified().truncatedTo(ChronoUnit.SECONDS).isAfter(date);
  }
}
