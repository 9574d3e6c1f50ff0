package dev.cairn.dialect.s3;

import dev.cairn.core.Input;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectResult;
import dev.cairn.core.object.RestoreObject.Shortening;
import dev.cairn.core.object.RestoreObject.Terms;
import dev.cairn.dialect.Addressing;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AbortMultipartUploadCodec;
import dev.cairn.dialect.family.codec.AclForm;
import dev.cairn.dialect.family.codec.AwsAclForm;
import dev.cairn.dialect.family.codec.CompleteMultipartUploadCodec;
import dev.cairn.dialect.family.codec.CopyObjectCodec;
import dev.cairn.dialect.family.codec.CreateBucketCodec;
import dev.cairn.dialect.family.codec.CreateMultipartUploadCodec;
import dev.cairn.dialect.family.codec.DeleteBucketCodec;
import dev.cairn.dialect.family.codec.DeleteObjectCodec;
import dev.cairn.dialect.family.codec.DeleteObjectTaggingCodec;
import dev.cairn.dialect.family.codec.DeleteObjectsCodec;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.GetAclCodec;
import dev.cairn.dialect.family.codec.GetBucketLocationCodec;
import dev.cairn.dialect.family.codec.GetObjectCodec;
import dev.cairn.dialect.family.codec.GetObjectTaggingCodec;
import dev.cairn.dialect.family.codec.GuardedCodec;
import dev.cairn.dialect.family.codec.HeadBucketCodec;
import dev.cairn.dialect.family.codec.ListBucketsCodec;
import dev.cairn.dialect.family.codec.ListMultipartUploadsCodec;
import dev.cairn.dialect.family.codec.ListObjectsCodec;
import dev.cairn.dialect.family.codec.ListObjectsV2Codec;
import dev.cairn.dialect.family.codec.ListPartsCodec;
import dev.cairn.dialect.family.codec.PutAclCodec;
import dev.cairn.dialect.family.codec.PutAclCodec.Beside;
import dev.cairn.dialect.family.codec.PutObjectCodec;
import dev.cairn.dialect.family.codec.PutObjectTaggingCodec;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.dialect.family.codec.RestoreObjectCodec;
import dev.cairn.dialect.family.codec.UnbuiltHeaders;
import dev.cairn.dialect.family.codec.UploadPartCodec;
import dev.cairn.dialect.family.codec.UploadPartCopyCodec;
import dev.cairn.dialect.family.form.FormStyle;
import dev.cairn.dialect.family.form.PostObjectCodec;
import dev.cairn.protocol.CompiledOperationTable;
import dev.cairn.protocol.OperationTable;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Puts the S3 dialect together. */
public final class S3Dialect {
  /** Parameters that SDKs also send without a value, and that never change the operation. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "bucket-region",
          "continuation-token",
          "delimiter",
          "encoding-type",
          "fetch-owner",
          "key-marker",
          "list-type",
          "marker",
          "max-buckets",
          "max-keys",
          "max-parts",
          "max-uploads",
          "part-number-marker",
          "prefix",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "start-after",
          "upload-id-marker",
          "version-id-marker",
          "versionId",
          "x-id");

  /** A hundred years are for ever. */
  private static final int MOST_DAYS = 36_500;

  private static final RestoreObjectCodec.Style RESTORING =
      new RestoreObjectCodec.Style(
          Set.of("GlacierJobParameters"),
          Set.of("Expedited", "Standard", "Bulk"),
          OptionalInt.empty(),
          Set.of("Type", "Tier", "Description", "SelectParameters", "OutputLocation"),
          new Terms(MOST_DAYS, MOST_DAYS, true, Shortening.DONE));

  private final Vocabulary words;
  private final Regions regions;
  private final FailureRenderer failures;
  private final AclForm acls;
  private final UnbuiltHeaders unbuilt = S3UnbuiltHeaders.create();
  private final Map<Operation, Codec<?, ?>> codecs = new EnumMap<>(Operation.class);

  private S3Dialect(Vocabulary words, Regions regions) {
    this.words = words;
    this.regions = regions;
    this.failures = new S3FailureRenderer(words);
    this.acls = new AwsAclForm(words, true);
  }

  /**
   * The dialect.
   *
   * @param region of the service, where it is configured; then buckets are made in no other
   */
  public static Dialect create(
      Recogniser recogniser,
      Addressing addressing,
      Authenticator authenticator,
      Optional<String> region,
      InstantSource clock) {
    Vocabulary words = S3Vocabulary.create();
    S3Dialect s3 = new S3Dialect(words, Regions.of(region, Regions.FIRST));
    s3.buckets();
    s3.objects();
    s3.uploads();
    return new Dialect(
        words,
        recogniser,
        addressing,
        operations(),
        authenticator,
        s3.codecs,
        s3.failures,
        new S3CommonHeaders(clock));
  }

  /** What means which operation. */
  static OperationTable<Operation> operations() {
    return new CompiledOperationTable<>(S3OperationRows.all(), Set.of(), PARAMETERS);
  }

  private void buckets() {
    Documents documents = new Documents(words);
    add(Operation.ListBuckets, new ListBucketsCodec(words, regions));
    add(
        Operation.CreateBucket,
        new CreateBucketCodec(
            words,
            regions,
            S3BucketNames::allow,
            // In its first region S3 lets an owner make a bucket twice, as it always did.
            bucket -> regions.of(bucket).equals(Regions.FIRST)));
    add(Operation.HeadBucket, new HeadBucketCodec(words, regions));
    add(Operation.DeleteBucket, new DeleteBucketCodec());
    add(Operation.GetBucketLocation, new GetBucketLocationCodec(documents, regions));
    add(Operation.GetBucketAcl, GetAclCodec.ofBucket(acls));
    add(Operation.PutBucketAcl, PutAclCodec.ofBucket(words, acls, Beside.REFUSED));
  }

  private void objects() {
    add(Operation.ListObjects, new ListObjectsCodec(words));
    add(Operation.ListObjectsV2, new ListObjectsV2Codec(words));
    Codec<PutObject, PutObjectResult> put = guarded(new PutObjectCodec(words));
    codecs.put(Operation.PutObject, put);
    codecs.put(Operation.PostObject, new PostObjectCodec(put, words, FormStyle.AWS));
    add(Operation.GetObject, new GetObjectCodec(words, true, GetObjectCodec::oneRange));
    add(Operation.HeadObject, new GetObjectCodec(words, false, GetObjectCodec::oneRange));
    add(Operation.DeleteObject, new DeleteObjectCodec(words));
    add(Operation.DeleteObjects, new DeleteObjectsCodec(words, failures));
    add(Operation.CopyObject, new CopyObjectCodec(words));
    add(Operation.RestoreObject, new RestoreObjectCodec(words, RESTORING));
    add(Operation.GetObjectTagging, new GetObjectTaggingCodec(words));
    add(Operation.PutObjectTagging, new PutObjectTaggingCodec(words));
    add(Operation.DeleteObjectTagging, new DeleteObjectTaggingCodec());
    add(Operation.GetObjectAcl, GetAclCodec.ofObject(acls));
    add(Operation.PutObjectAcl, PutAclCodec.ofObject(words, acls, Beside.REFUSED));
  }

  private void uploads() {
    add(Operation.CreateMultipartUpload, new CreateMultipartUploadCodec(words));
    add(Operation.UploadPart, new UploadPartCodec(words));
    add(Operation.UploadPartCopy, new UploadPartCopyCodec(words));
    add(Operation.ListParts, new ListPartsCodec(words));
    add(Operation.ListMultipartUploads, new ListMultipartUploadsCodec(words));
    add(Operation.CompleteMultipartUpload, new CompleteMultipartUploadCodec(words));
    add(Operation.AbortMultipartUpload, new AbortMultipartUploadCodec());
  }

  private <I extends Input<R>, R> void add(Operation operation, Codec<I, R> codec) {
    codecs.put(operation, guarded(codec));
  }

  private <I extends Input<R>, R> Codec<I, R> guarded(Codec<I, R> codec) {
    return new GuardedCodec<>(codec, words, unbuilt);
  }
}
