package dev.cairn.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every vendor's SDK can do, in neutral words: the behaviours are written once against it.
 * ETags are as the service answers them, without quotes. Failures are {@link StoreException}s.
 */
public interface StoreClient extends AutoCloseable {
  void createBucket(String bucket);

  void deleteBucket(String bucket);

  boolean bucketExists(String bucket);

  List<String> listBuckets();

  String put(String bucket, String key, byte[] body, Attributes attributes);

  default String put(String bucket, String key, byte[] body) {
    return put(bucket, key, body, Attributes.NONE);
  }

  Fetched get(String bucket, String key);

  Fetched getRange(String bucket, String key, long first, long last);

  Described head(String bucket, String key);

  void delete(String bucket, String key);

  void deleteAll(String bucket, List<String> keys);

  String copy(String sourceBucket, String sourceKey, String bucket, String key);

  Page list(String bucket, String prefix, String delimiter, Optional<String> marker, int limit);

  String initiate(String bucket, String key, Attributes attributes);

  SentPart uploadPart(String bucket, String key, String uploadId, int number, byte[] body);

  SentPart copyPart(
      String sourceBucket,
      String sourceKey,
      Optional<String> range,
      String bucket,
      String key,
      String uploadId,
      int number);

  String complete(String bucket, String key, String uploadId, List<SentPart> parts);

  void abort(String bucket, String key, String uploadId);

  List<ListedPart> listParts(String bucket, String key, String uploadId);

  List<ListedUpload> listUploads(String bucket, String prefix);

  @Override
  void close();

  /** What a writer says besides the bytes. */
  record Attributes(
      Optional<String> contentType,
      Optional<String> cacheControl,
      Optional<String> contentDisposition,
      Optional<String> contentEncoding,
      Map<String, String> metadata) {
    public static final Attributes NONE =
        new Attributes(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  /** An object's bytes and description. */
  record Fetched(byte[] body, Described description) {}

  /** An object without its bytes. */
  record Described(long length, String eTag, Attributes attributes) {}

  /** A page of a listing. */
  record Page(
      List<ListedObject> objects,
      List<String> commonPrefixes,
      boolean truncated,
      Optional<String> next) {
    public List<String> keys() {
      return objects.stream().map(ListedObject::key).toList();
    }
  }

  /** An object in a listing. */
  record ListedObject(String key, long size, String eTag) {}

  /** A part as the service acknowledged it, with what the SDK wants to repeat at completion. */
  record SentPart(int number, String eTag, Map<String, String> checksums) {}

  /** A part in a listing. */
  record ListedPart(int number, long size, String eTag) {}

  /** An upload in a listing. */
  record ListedUpload(String key, String uploadId) {}
}
