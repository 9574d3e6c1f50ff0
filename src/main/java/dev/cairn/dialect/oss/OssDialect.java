package dev.cairn.dialect.oss;

import dev.cairn.core.Input;
import dev.cairn.core.object.AppendRules;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectResult;
import dev.cairn.core.object.RangeMisfit;
import dev.cairn.core.object.RestoreObject.Shortening;
import dev.cairn.core.object.RestoreObject.Terms;
import dev.cairn.core.object.SourceRules;
import dev.cairn.dialect.Addressing;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AbortMultipartUploadCodec;
import dev.cairn.dialect.family.codec.AclHeaders;
import dev.cairn.dialect.family.codec.AppendObjectCodec;
import dev.cairn.dialect.family.codec.AppendObjectCodec.AppendForm;
import dev.cairn.dialect.family.codec.CompleteMultipartUploadCodec;
import dev.cairn.dialect.family.codec.Conditions;
import dev.cairn.dialect.family.codec.CopyObjectCodec;
import dev.cairn.dialect.family.codec.CopyResultStyle;
import dev.cairn.dialect.family.codec.CreateMultipartUploadCodec;
import dev.cairn.dialect.family.codec.DeleteBucketCodec;
import dev.cairn.dialect.family.codec.DeleteObjectCodec;
import dev.cairn.dialect.family.codec.DeleteObjectTaggingCodec;
import dev.cairn.dialect.family.codec.DeleteObjectsCodec;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.GetAclCodec;
import dev.cairn.dialect.family.codec.GetObjectTaggingCodec;
import dev.cairn.dialect.family.codec.GuardedCodec;
import dev.cairn.dialect.family.codec.HeadBucketCodec;
import dev.cairn.dialect.family.codec.PutObjectCodec;
import dev.cairn.dialect.family.codec.PutObjectTaggingCodec;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.dialect.family.codec.RestoreObjectCodec;
import dev.cairn.dialect.family.codec.UnbuiltHeaders;
import dev.cairn.dialect.family.codec.UploadPartCodec;
import dev.cairn.dialect.family.codec.UploadPartCopyCodec;
import dev.cairn.dialect.family.form.PostObjectCodec;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Puts the OSS dialect together. */
public final class OssDialect {
  private static final RestoreObjectCodec.Style RESTORING =
      new RestoreObjectCodec.Style(
          Set.of("JobParameters"),
          Set.of("Expedited", "Standard", "Bulk"),
          OptionalInt.of(1),
          Set.of(),
          new Terms(7, 365, false, Shortening.IGNORED));
  private static final String COMPLETE_ALL = "x-oss-complete-all";

  private final Vocabulary words = OssVocabulary.create();
  private final Regions regions;
  private final FailureRenderer failures = new OssFailureRenderer(words);
  private final OssWriteConditions conditions = new OssWriteConditions(new Conditions(words));
  private final UnbuiltHeaders unbuilt = OssUnbuiltHeaders.create();
  private final Map<Operation, Codec<?, ?>> codecs = new EnumMap<>(Operation.class);

  private OssDialect(Regions regions) {
    this.regions = regions;
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
    OssDialect oss = new OssDialect(Regions.of(region, Regions.FIRST));
    oss.buckets();
    oss.objects();
    oss.tags();
    oss.archives();
    oss.uploads();
    return new Dialect(
        oss.words,
        recogniser,
        addressing,
        OssOperationRows.table(),
        authenticator,
        oss.codecs,
        oss.failures,
        new OssCommonHeaders(clock));
  }

  private void buckets() {
    Documents documents = new Documents(words);
    OssLocations locations = new OssLocations(regions);
    OssBucketCodecs reading = new OssBucketCodecs(documents, locations, words.storageClasses());
    add(
        Operation.ListBuckets,
        new OssListBucketsCodec(
            documents, locations, new OssPages(words.limits()), words.storageClasses()));
    add(Operation.CreateBucket, new OssCreateBucketCodec(words, locations));
    add(Operation.HeadBucket, new HeadBucketCodec(words, regions));
    add(Operation.DeleteBucket, new DeleteBucketCodec());
    add(Operation.GetBucketLocation, reading.location());
    add(Operation.GetBucketAcl, GetAclCodec.ofBucket(new OssAclForm(words)));
    add(Operation.PutBucketAcl, OssPutAclCodec.ofBucket(words));
    add(Operation.GetBucketInfo, reading.info());
  }

  private void objects() {
    add(Operation.ListObjects, new OssListObjectsCodec(words));
    add(Operation.ListObjectsV2, new OssListObjectsV2Codec(words));
    Codec<PutObject, PutObjectResult> put = guarded(new PutObjectCodec(words, conditions));
    codecs.put(Operation.PutObject, put);
    codecs.put(Operation.PostObject, new PostObjectCodec(put, words, OssForms.STYLE));
    add(Operation.AppendObject, append());
    add(Operation.PutSymlink, new OssPutSymlinkCodec(words, conditions));
    add(Operation.GetSymlink, new OssGetSymlinkCodec(words));
    add(Operation.GetObject, new OssGetObjectCodec(words, true));
    add(Operation.HeadObject, new OssGetObjectCodec(words, false));
    add(Operation.GetObjectMeta, new OssGetObjectMetaCodec(words));
    add(Operation.DeleteObject, new DeleteObjectCodec(conditions::none));
    add(Operation.DeleteObjects, new DeleteObjectsCodec(words, failures, true));
    add(
        Operation.CopyObject,
        new CopyObjectCodec(
            words, CopyResultStyle.AWS, conditions, true, sources(OssVocabulary.ofCopies())));
    add(Operation.GetObjectAcl, GetAclCodec.ofObject(new OssAclForm(words)));
    add(Operation.PutObjectAcl, OssPutAclCodec.ofObject(words));
  }

  private void archives() {
    add(Operation.RestoreObject, new RestoreObjectCodec(words, RESTORING));
  }

  private static boolean takesAll(Headers headers) {
    Optional<String> sent = headers.first(COMPLETE_ALL);
    sent.filter(value -> !value.equals("yes"))
        .ifPresent(
            value -> {
              throw new Failure.InvalidArgument(COMPLETE_ALL, value, "must be yes").exception();
            });
    return sent.isPresent();
  }

  private static SourceRules sources(Vocabulary words) {
    return new SourceRules(words.limits().entityBytes(), false, true);
  }

  private void tags() {
    add(Operation.GetObjectTagging, new GetObjectTaggingCodec(words));
    add(Operation.PutObjectTagging, new PutObjectTaggingCodec(words));
    add(Operation.DeleteObjectTagging, new DeleteObjectTaggingCodec());
  }

  private AppendObjectCodec append() {
    OssETags eTags = new OssETags(words);
    return new AppendObjectCodec(
        words,
        new AppendRules(false, true, Integer.MAX_VALUE, words.limits().entityBytes()),
        new AppendForm(
            AppendObjectCodec::fromQuery,
            words.header("next-append-position"),
            result -> eTags.header(result.object())));
  }

  private void uploads() {
    Vocabulary ofUploads = OssVocabulary.ofUploads();
    add(Operation.CreateMultipartUpload, new CreateMultipartUploadCodec(words, conditions));
    add(Operation.UploadPart, new UploadPartCodec(words));
    add(
        Operation.UploadPartCopy,
        new UploadPartCopyCodec(words, CopyResultStyle.AWS, RangeMisfit.WHOLE, sources(words)));
    add(Operation.ListParts, new OssListPartsCodec(ofUploads));
    add(Operation.ListMultipartUploads, new OssListUploadsCodec(ofUploads));
    add(
        Operation.CompleteMultipartUpload,
        new CompleteMultipartUploadCodec(
            words, conditions, Optional.of(new AclHeaders(words.acls())), OssDialect::takesAll));
    add(Operation.AbortMultipartUpload, new AbortMultipartUploadCodec());
  }

  private <I extends Input<R>, R> void add(Operation operation, Codec<I, R> codec) {
    codecs.put(operation, guarded(codec));
  }

  private <I extends Input<R>, R> Codec<I, R> guarded(Codec<I, R> codec) {
    return new OssGuard<>(new GuardedCodec<>(codec, words, unbuilt));
  }
}
