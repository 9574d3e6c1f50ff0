package dev.cairn.boot;

import dev.cairn.core.Handler;
import dev.cairn.core.Operations;
import dev.cairn.core.access.AccessKeyMaker;
import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.access.AssumeRoleHandler;
import dev.cairn.core.access.Gatekeeper;
import dev.cairn.core.access.GetCallerIdentityHandler;
import dev.cairn.core.access.GetFederationTokenHandler;
import dev.cairn.core.access.GetSessionTokenHandler;
import dev.cairn.core.access.Grantees;
import dev.cairn.core.access.SessionCatalog;
import dev.cairn.core.access.SessionIssuer;
import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.core.bucket.CreateBucketHandler;
import dev.cairn.core.bucket.DeleteBucketHandler;
import dev.cairn.core.bucket.GetBucketAclHandler;
import dev.cairn.core.bucket.HeadBucketHandler;
import dev.cairn.core.bucket.ListBucketsHandler;
import dev.cairn.core.bucket.PutBucketAclHandler;
import dev.cairn.core.bucket.PutBucketStorageClassHandler;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.multipart.AbortMultipartUploadHandler;
import dev.cairn.core.multipart.CompleteMultipartUploadHandler;
import dev.cairn.core.multipart.CreateMultipartUploadHandler;
import dev.cairn.core.multipart.ListMultipartUploadsHandler;
import dev.cairn.core.multipart.ListPartsHandler;
import dev.cairn.core.multipart.PartReceiver;
import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.core.multipart.UploadPartCopyHandler;
import dev.cairn.core.multipart.UploadPartHandler;
import dev.cairn.core.multipart.Uploads;
import dev.cairn.core.object.AppendObjectHandler;
import dev.cairn.core.object.CopyObjectHandler;
import dev.cairn.core.object.CopySource;
import dev.cairn.core.object.DeleteObjectHandler;
import dev.cairn.core.object.DeleteObjectsHandler;
import dev.cairn.core.object.GetObjectAclHandler;
import dev.cairn.core.object.GetObjectHandler;
import dev.cairn.core.object.GetObjectMetaHandler;
import dev.cairn.core.object.GetObjectTaggingHandler;
import dev.cairn.core.object.ListObjectsHandler;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.Publisher;
import dev.cairn.core.object.PutObjectAclHandler;
import dev.cairn.core.object.PutObjectHandler;
import dev.cairn.core.object.PutObjectTaggingHandler;
import dev.cairn.core.object.PutSymlinkHandler;
import dev.cairn.core.object.RestoreObjectHandler;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What the service does: every operation with its handler. */
@Unremovable
final class OperationsAssembly {

  @Produces
  @Singleton
  Gatekeeper gatekeeper(BucketCatalog buckets) {
    return new Gatekeeper(buckets::find);
  }

  @Produces
  @Singleton
  Operations operations(
      BucketCatalog buckets,
      ObjectCatalog objects,
      UploadCatalog uploads,
      AccountCatalog accounts,
      ContentStore contents,
      TimeOrderedIds ids,
      InstantSource clock,
      SessionIssuer sessions,
      Settings settings) {
    Grantees grantees = new Grantees(accounts);
    List<Handler<?, ?>> all = new ArrayList<>();
    all.addAll(ofAccess(buckets, objects, grantees));
    all.addAll(ofSessions(accounts, sessions));
    all.addAll(ofBuckets(buckets));
    all.addAll(ofObjects(objects, contents, ids, grantees));
    all.addAll(ofUploads(uploads, objects, contents, ids, clock));
    all.add(new RestoreObjectHandler(objects, settings.restoreDelay()));
    return new Operations(all, grantees);
  }

  private static List<Handler<?, ?>> ofAccess(
      BucketCatalog buckets, ObjectCatalog objects, Grantees grantees) {
    return List.of(
        new GetBucketAclHandler(grantees),
        new PutBucketAclHandler(buckets),
        new GetObjectAclHandler(objects, grantees),
        new PutObjectAclHandler(objects));
  }

  @Produces
  @Singleton
  SessionIssuer sessionIssuer(SessionCatalog sessions, AccessKeyMaker maker, InstantSource clock) {
    return new SessionIssuer(sessions, maker, clock);
  }

  private static List<Handler<?, ?>> ofSessions(AccountCatalog accounts, SessionIssuer sessions) {
    return List.of(
        new AssumeRoleHandler(accounts, sessions),
        new GetSessionTokenHandler(sessions),
        new GetFederationTokenHandler(sessions),
        new GetCallerIdentityHandler());
  }

  private static List<Handler<?, ?>> ofBuckets(BucketCatalog buckets) {
    return List.of(
        new ListBucketsHandler(buckets),
        new CreateBucketHandler(buckets),
        new HeadBucketHandler(),
        new DeleteBucketHandler(buckets),
        new PutBucketStorageClassHandler(buckets));
  }

  private static List<Handler<?, ?>> ofObjects(
      ObjectCatalog objects, ContentStore contents, Supplier<UUID> ids, Grantees grantees) {
    Publisher publisher = new Publisher(objects, contents, ids);
    return List.of(
        new PutObjectHandler(objects, contents, publisher),
        new AppendObjectHandler(objects, contents, ids),
        new PutSymlinkHandler(publisher),
        new GetObjectMetaHandler(objects),
        new GetObjectHandler(objects, contents),
        new DeleteObjectHandler(objects),
        new DeleteObjectsHandler(objects),
        new CopyObjectHandler(new CopySource(objects), contents, publisher),
        new ListObjectsHandler(objects, grantees),
        new GetObjectTaggingHandler(objects),
        new PutObjectTaggingHandler(objects));
  }

  private static List<Handler<?, ?>> ofUploads(
      UploadCatalog catalog,
      ObjectCatalog objects,
      ContentStore contents,
      Supplier<UUID> newId,
      InstantSource clock) {
    Uploads uploads = new Uploads(catalog);
    PartReceiver parts = new PartReceiver(catalog, contents);
    return List.of(
        new CreateMultipartUploadHandler(catalog, objects, newId, clock),
        new UploadPartHandler(uploads, parts),
        new UploadPartCopyHandler(uploads, new CopySource(objects), contents, parts),
        new ListPartsHandler(uploads, catalog),
        new ListMultipartUploadsHandler(catalog),
        new CompleteMultipartUploadHandler(catalog),
        new AbortMultipartUploadHandler(uploads, catalog));
  }
}
