package dev.cairn.acceptance.durability;

import static dev.cairn.acceptance.durability.KillPoint.Side.ENTRY;
import static dev.cairn.acceptance.durability.KillPoint.Side.EXIT;

/**
 * Where the service is killed: the steps of every write path, by the methods that are called there.
 * A method that is renamed, or does not lie on its path any more, makes the test fail, which never
 * sees it passed: then the point goes where the step has gone.
 */
enum KillPoint {
  // A body on its way into a blob.
  BEFORE_THE_BLOB_IS_REGISTERED("persistence.PgBlobCatalog", "registerPending", ENTRY),
  REGISTERED_AND_NO_FILE_YET("blob.FileBlobStore", "create", ENTRY),
  FILE_MADE("blob.FileBlobWriter", "<init>", EXIT),
  BYTES_UNDER_WAY("blob.FileBlobWriter", "write", EXIT),
  BYTES_WRITTEN("blob.FileBlobWriter", "written", ENTRY),
  BEFORE_THE_FILE_IS_SYNCED("blob.FileBlobWriter", "makeDurable", ENTRY),
  FILE_SYNCED("blob.FileBlobWriter", "checkFlushes", ENTRY),
  FILE_CLOSED("blob.FileBlobStore", "syncFolderOf", ENTRY),
  FOLDER_SYNCED("blob.BlobFolders", "sync", EXIT),
  BLOB_ACCEPTED("core.content.BlobSink", "accepted", EXIT),
  LEASES_RENEWED("core.content.BlobLeases", "renew", ENTRY),
  // A body that its sender breaks off.
  BEFORE_THE_FILE_IS_REMOVED("blob.FileBlobWriter", "discard", ENTRY),
  FILE_REMOVED_AND_STILL_REGISTERED("core.content.BlobLeases", "forget", ENTRY),
  // Put and copy.
  BEFORE_THE_OBJECT_IS_PUBLISHED("core.object.Publisher", "publish", ENTRY),
  OBJECT_COMMITTED("persistence.ObjectPublishing", "published", ENTRY),
  PUT_TO_BE_ANSWERED("dialect.family.codec.PutObjectCodec", "encode", ENTRY),
  COPY_BEGUN("core.object.CopyObjectHandler", "handle", ENTRY),
  COPY_COMMITTED("core.object.CopyResult", "<init>", ENTRY),
  // Append.
  FIRST_APPEND_IN_ITS_TRANSACTION("persistence.ObjectAppending", "begin", ENTRY),
  APPEND_IN_ITS_TRANSACTION("persistence.ObjectAppending", "grow", ENTRY),
  APPEND_COMMITTED("core.object.AppendObjectResult", "<init>", ENTRY),
  // Parts, and what becomes of them.
  BEFORE_THE_PART_IS_PUBLISHED("core.multipart.PartReceiver", "publish", ENTRY),
  PART_COMMITTED("persistence.PgUploadCatalog", "published", ENTRY),
  UPLOAD_LOCKED("persistence.UploadCompletion", "assemble", ENTRY),
  ASSEMBLED_IN_ITS_TRANSACTION("persistence.UploadCompletion", "place", ENTRY),
  COMPLETION_COMMITTED("dialect.family.codec.CompleteMultipartUploadCodec", "encode", ENTRY),
  BEFORE_THE_ABORT("persistence.PgUploadCatalog", "abort", ENTRY),
  // Deletion.
  BEFORE_THE_DELETION("persistence.PgObjectCatalog", "delete", ENTRY),
  OBJECTS_DELETED("core.object.DeleteObjectsResult", "<init>", ENTRY),
  // Every answer.
  BEFORE_THE_ANSWER("gateway.wire.AnswerWriter", "write", ENTRY),
  ANSWERED("gateway.AccessLog", "write", ENTRY),
  // Background.
  BEFORE_THE_SWEEP("persistence.PgBlobCatalog", "sweepLapsed", ENTRY),
  GARBAGE_FOUND("core.upkeep.Reaper", "removeAll", ENTRY),
  IN_THE_MIDDLE_OF_REMOVING("core.upkeep.Reaper", "remove", EXIT),
  FILES_REMOVED_AND_STILL_GARBAGE("core.upkeep.Reaper", "forget", ENTRY);

  /** Whether at the begin of the method or at its end. */
  enum Side {
    ENTRY,
    EXIT
  }

  private final String type;
  private final String method;
  private final Side side;

  KillPoint(String type, String method, Side side) {
    this.type = "dev.cairn." + type;
    this.method = method;
    this.side = side;
  }

  /** The agent's arguments: to kill at the n-th passing after the file has appeared. */
  String arguments(int n, java.nio.file.Path armed) {
    return String.join(
        ",", type, method, side.name(), Integer.toString(n), armed.toAbsolutePath().toString());
  }
}
